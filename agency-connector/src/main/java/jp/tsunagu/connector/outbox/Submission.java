package jp.tsunagu.connector.outbox;

import java.util.List;
import jp.tsunagu.contract.id.CommandId;

/** What became of a submission. */
public sealed interface Submission {

  /** It is stored durably and will be sent. */
  record Accepted(List<CommandId> commandIds, Answer answer) implements Submission {
    public Accepted {
      commandIds = List.copyOf(commandIds);
    }
  }

  /** The same was submitted before: the first answer again, and nothing stored (HTTP: as first). */
  record Repeated(Answer answer) implements Submission {}

  /** The key was used before for something else; nothing stored (HTTP 422). */
  record KeyReusedWithOtherBody() implements Submission {}

  /**
   * A command would be larger than the network carries; nothing stored (HTTP 413).
   *
   * @param bytes of the record as it would travel
   * @param limit in bytes
   */
  record TooLarge(int bytes, int limit) implements Submission {}

  /**
   * The files that are to travel cannot; nothing stored (HTTP 400).
   *
   * @param why what a person reads
   */
  record FilesUnusable(FilesFault why) implements Submission {}
}
