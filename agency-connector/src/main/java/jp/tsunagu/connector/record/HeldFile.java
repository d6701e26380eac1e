package jp.tsunagu.connector.record;

import java.util.Optional;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.HeldPart;

/** A file this agency holds, and how it is opened. */
public record HeldFile(FileId file, FileNote note) {

  static Optional<HeldFile> of(HeldPart held) {
    FileId file = held.part().told().file();
    return file == null
        ? Optional.empty()
        : held.content().map(json -> new HeldFile(file, FileNote.of(json)));
  }
}
