/** What lies in a folder without anyone wanting it loaded. */
const QUIET = /^(\.|~\$|__MACOSX$|readme|licen[cs]e|thumbs\.db$|desktop\.ini$)|\.md$/i;

/** The files that were dropped, with those in folders that were dropped. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The list is emptied as soon as the event is over, so every entry is taken before anything is waited for.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...data.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const inside = await listOf((entry as FileSystemDirectoryEntry).createReader());
  const wanted = inside.filter(({ name }) => !QUIET.test(name));
  return (await Promise.all(wanted.map(filesOf))).flat();
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder is read in portions, the last of which is empty. */
async function listOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const list: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return list;
    list.push(...portion);
  }
}
