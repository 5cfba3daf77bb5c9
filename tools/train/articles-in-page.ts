// What training runs inside a page: the shipped code alone.
export { spotterFeatures } from '../../core/article/spotter-features.ts';
