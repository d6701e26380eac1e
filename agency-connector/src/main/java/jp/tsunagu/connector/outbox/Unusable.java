package jp.tsunagu.connector.outbox;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.FileStore;

/** What can be stored under no key: records too large to travel, and files that are not there. */
final class Unusable {

  private Unusable() {}

  /** Those of these, each with what is told of it. */
  static Map<Prepared, Submission> of(
      AgencyDatabase database, FileStore files, List<Prepared> all) {
    Map<Prepared, Submission> unusable = new IdentityHashMap<>();
    Map<FileId, FileNote> known =
        files.notes(
            database,
            all.stream().flatMap(Prepared::files).collect(Collectors.toUnmodifiableSet()));
    for (Prepared each : all) {
      if (!each.fits()) {
        unusable.put(each, tooLarge(each));
      } else {
        FilesFault.of(each, known)
            .ifPresent(fault -> unusable.put(each, new Submission.FilesUnusable(fault)));
      }
    }
    return unusable;
  }

  static Submission tooLarge(Prepared prepared) {
    return new Submission.TooLarge(prepared.largest(), Outbox.MAXIMUM_RECORD_BYTES);
  }
}
