// Where a view tells of what went wrong in it, besides telling the reader.
import { createContext } from 'preact';

export const ReportContext = createContext<(error: unknown) => void>(() => {});
