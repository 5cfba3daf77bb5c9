// Hands a file to the reader: the browser saves it where it saves downloads. No permission is asked for that.

export function saveFile(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then, and the file is read from memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
