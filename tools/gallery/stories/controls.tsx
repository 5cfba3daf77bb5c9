// Buttons, choices, fields.
import { Button } from '../../../components/Button.tsx';
import { Choices } from '../../../components/Choices.tsx';
import { ColourNamesForm } from '../../../components/ColourNamesForm.tsx';
import { ColourPicker } from '../../../components/ColourPicker.tsx';
import { FileDrop } from '../../../components/FileDrop.tsx';
import { Icon, iconNames } from '../../../components/Icon.tsx';
import { RadioLine } from '../../../components/RadioLine.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { Segments } from '../../../components/Segments.tsx';
import { Select } from '../../../components/Select.tsx';
import { SiteList } from '../../../components/SiteList.tsx';
import { Switch } from '../../../components/Switch.tsx';
import { TagField } from '../../../components/TagField.tsx';
import { TagList } from '../../../components/TagList.tsx';
import { nothing, type Story } from './story.ts';

const options = [
  { value: 'all', label: 'All', words: 'All' },
  { value: 'first', label: 'First', words: 'First' },
  { value: 'none', label: 'None', words: 'None' },
] as const;

export const controls: readonly Story[] = [
  {
    name: 'Button',
    states: {
      plain: () => <Button label="Note on this page" icon="note" onPress={nothing} />,
      main: () => <Button label="Restore 214 notes" kind="main" onPress={nothing} />,
      danger: () => <Button label="Delete everything" kind="danger" icon="trash" onPress={nothing} />,
      disabled: () => <Button label="Not now" disabled onPress={nothing} />,
      pressed: () => <Button label="Mark this name only" icon="only" iconOnly pressed onPress={nothing} />,
      'icon only': () => <Button label="Edit" icon="edit" iconOnly onPress={nothing} />,
    },
  },
  {
    name: 'Icon',
    states: {
      all: () => (
        <p>
          {iconNames.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      ),
    },
  },
  {
    name: 'Choices',
    states: {
      'one chosen': () => (
        <Choices
          label="Kinds"
          chosen="Place"
          onChoose={nothing}
          choices={[
            { value: 'Person', count: 7 },
            { value: 'Place', count: 4 },
            { value: 'Institute for Maritime Labour and the Safety of Night Crossings', count: 1 },
          ]}
        />
      ),
    },
  },
  {
    name: 'Segments',
    states: {
      chosen: () => <Segments label="Marked" options={options} value="first" onChoose={nothing} />,
    },
  },
  {
    name: 'Select',
    states: { chosen: () => <Select label="Marked" options={options} value="first" onSelect={nothing} /> },
  },
  {
    name: 'RadioLine',
    states: {
      'chosen, with more': () => (
        <RadioLine group="a" label="It is of another kind" chosen onChoose={nothing}>
          <Select label="Kind" options={options} value="all" onSelect={nothing} />
        </RadioLine>
      ),
      disabled: () => <RadioLine group="b" label="Always" chosen={false} disabled onChoose={nothing} />,
    },
  },
  {
    name: 'Switch',
    states: {
      on: () => <Switch label="Mark names now" checked onSwitch={nothing} />,
      off: () => <Switch label="Mark names on courier.example" checked={false} onSwitch={nothing} />,
      disabled: () => <Switch label="Mark names everywhere" checked disabled onSwitch={nothing} />,
    },
  },
  {
    name: 'SearchField',
    states: {
      empty: () => <SearchField label="Search all notes" value="" onSearch={nothing} onArrowDown={nothing} />,
      written: () => <SearchField label="Search" value="tag:claim ferry" onSearch={nothing} onArrowDown={nothing} />,
    },
  },
  {
    name: 'ColourPicker',
    states: {
      chosen: () => <ColourPicker value="blue" onPick={nothing} />,
      none: () => <ColourPicker value={undefined} onPick={nothing} />,
    },
  },
  {
    name: 'ColourNamesForm',
    states: { named: () => <ColourNamesForm names={{ yellow: 'claim', pink: 'doubt' }} onName={nothing} /> },
  },
  {
    name: 'TagField',
    states: {
      'with tags': () => <TagField tags={['claim', 'נמל']} known={['doubt', 'ferry']} onTags={nothing} />,
      empty: () => <TagField tags={[]} known={[]} onTags={nothing} />,
    },
  },
  { name: 'TagList', states: { two: () => <TagList tags={['claim', 'to be checked before Monday']} /> } },
  {
    name: 'SiteList',
    states: {
      two: () => (
        <SiteList title="Switched off on" none="None" sites={['bank.example', 'mail.example']} onChange={nothing} />
      ),
      none: () => <SiteList title="No toolbar on" none="No site yet." sites={[]} onChange={nothing} />,
    },
  },
  {
    name: 'FileDrop',
    states: { rest: () => <FileDrop label="Choose a file" hint="or drop it here" onFile={nothing} /> },
  },
];
