// Names: who it is, what is wrong with a mark, what was learned.
import { CorrectionForm } from '../../../components/CorrectionForm.tsx';
import { CorrectionList } from '../../../components/CorrectionList.tsx';
import { EntityHead } from '../../../components/EntityHead.tsx';
import { NameRow } from '../../../components/NameRow.tsx';
import { WatchList } from '../../../components/WatchList.tsx';
import type { Correction, Fix, Reach } from '../../../core/entities/corrections.ts';
import { organisation, person } from './samples.ts';
import { nothing, type Story } from './story.ts';

const correction = (id: string, name: string, reach: Reach, fix: Fix): Correction => ({
  id,
  made: '2026-11-21T10:00:00Z',
  name,
  type: 'Person',
  form: name,
  reach,
  fix,
  ...(reach === 'always' ? {} : { article: { addresses: [], title: 'Ferry crews and owners agree to talk' } }),
});

export const names: readonly Story[] = [
  {
    name: 'EntityHead',
    states: {
      'named three times': () => (
        <EntityHead name="Mira Halvorsen" type="Person" count={3} position={2} onStep={nothing} />
      ),
      'a handle, once': () => (
        <EntityHead name="@annelibrandt" type="Handle" kind="Instagram" count={1} position={1} onStep={nothing} />
      ),
    },
  },
  {
    name: 'NameRow',
    states: {
      rest: () => (
        <ul>
          <NameRow
            named={person}
            only={false}
            position={0}
            onStep={nothing}
            onOnly={nothing}
            correcting={false}
            onCorrect={nothing}
          />
        </ul>
      ),
      'alone marked, the second mention shown': () => (
        <ul>
          <NameRow
            named={person}
            only
            position={2}
            onStep={nothing}
            onOnly={nothing}
            correcting={false}
            onCorrect={nothing}
          />
        </ul>
      ),
      'a long name': () => (
        <ul>
          <NameRow
            named={organisation}
            only={false}
            position={0}
            onStep={nothing}
            onOnly={nothing}
            correcting={false}
            onCorrect={nothing}
          />
        </ul>
      ),
    },
  },
  {
    name: 'CorrectionForm',
    states: {
      person: () => (
        <CorrectionForm
          entity={person.entity}
          form="Halvorsen"
          forms={['Halvorsen', 'Mira Halvorsen']}
          others={[organisation.entity]}
          onCorrect={nothing}
        />
      ),
    },
  },
  {
    name: 'CorrectionList',
    states: {
      all: () => (
        <CorrectionList
          onTakeBack={nothing}
          corrections={[
            correction('a', 'Ellery Ferries', 'always', { what: 'kind', type: 'Organization' }),
            correction('b', 'Load', 'article', { what: 'not-a-name' }),
            correction('c', 'Brandt', 'mention', { what: 'same-as', to: { name: 'Anneli Brandt', type: 'Person' } }),
            correction('d', 'Brandt', 'article', { what: 'apart' }),
          ]}
        />
      ),
      none: () => <CorrectionList corrections={[]} onTakeBack={nothing} />,
    },
  },
  {
    name: 'WatchList',
    states: {
      one: () => (
        <WatchList
          names={[{ id: 'w', name: 'night boat', aliases: ['crane drivers', 'canteen'], type: 'Organization' }]}
          onWatch={nothing}
          onUnwatch={nothing}
        />
      ),
    },
  },
];
