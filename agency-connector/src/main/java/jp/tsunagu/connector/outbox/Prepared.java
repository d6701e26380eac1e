package jp.tsunagu.connector.outbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileParts;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.wire.Codec;
import org.jspecify.annotations.Nullable;

/**
 * Something handed in with its rows of the outbox, each command encoded once.
 *
 * @param rows of the wishes, in their order
 * @param largest of the records, in bytes
 * @param bytes of all records
 */
record Prepared(Handed handed, List<OutboxRows.Fresh> rows, int largest, int bytes) {

  static Prepared of(Codec codec, Handed handed) {
    IdempotencyKey key = handed.key();
    List<Wish> wishes = handed.wishes().wishes();
    List<OutboxRows.Fresh> rows =
        wishes.stream().map(wish -> row(codec, wish, key == null ? null : key.key())).toList();
    int largest = 0;
    int bytes = 0;
    for (int i = 0; i < rows.size(); i++) {
      int size = RecordSize.of(rows.get(i).encoded(), wishes.get(i).dossier());
      largest = Math.max(largest, size);
      bytes += size;
    }
    return new Prepared(handed, rows, largest, bytes);
  }

  static OutboxRows.Fresh row(Codec codec, Wish wish, @Nullable String submittedUnder) {
    CaseCommand command = wish.command();
    OpenDossier dossier = wish.dossier();
    return new OutboxRows.Fresh(
        command.header().commandId(),
        RecordKey.of(command.header().caseId()),
        NewerRecord.kindOf(command),
        codec.encode((Record) command),
        dossier == null ? null : dossier.dossierId(),
        0,
        null,
        submittedUnder);
  }

  boolean fits() {
    return largest <= Outbox.MAXIMUM_RECORD_BYTES;
  }

  /** The files that are handed in with it. */
  Stream<FileId> files() {
    return wishes().stream()
        .flatMap(wish -> Optional.ofNullable(wish.dossier()).stream())
        .flatMap(FileParts::handedIn);
  }

  @Nullable IdempotencyKey key() {
    return handed.key();
  }

  List<Wish> wishes() {
    return handed.wishes().wishes();
  }

  List<CaseId> cases() {
    return wishes().stream().map(wish -> wish.command().header().caseId()).toList();
  }

  /** What is answered where it is stored now. */
  Submission accepted() {
    List<CommandId> ids =
        wishes().stream().map(wish -> wish.command().header().commandId()).toList();
    return new Submission.Accepted(ids, handed.wishes().answer());
  }
}
