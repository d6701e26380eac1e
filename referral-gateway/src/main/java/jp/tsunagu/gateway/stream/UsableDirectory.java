package jp.tsunagu.gateway.stream;

import java.util.List;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.gateway.topic.TopicBoard;
import jp.tsunagu.gateway.topic.TopicReport;
import org.jspecify.annotations.Nullable;

/**
 * The published directory without agencies whose topics are not sound: nothing can be sent to them
 * ({@code AGENCY_UNKNOWN}) until they are.
 */
final class UsableDirectory implements Supplier<NetworkDirectory> {

  private final Supplier<NetworkDirectory> published;
  private final TopicBoard board;
  private volatile Seen seen = new Seen(NetworkDirectory.EMPTY, null, NetworkDirectory.EMPTY);

  /** What the last answer was made from; both parts are replaced, never changed. */
  private record Seen(
      NetworkDirectory from, @Nullable TopicReport report, NetworkDirectory usable) {}

  UsableDirectory(Supplier<NetworkDirectory> published, TopicBoard board) {
    this.published = published;
    this.board = board;
  }

  @Override
  public NetworkDirectory get() {
    NetworkDirectory from = published.get();
    TopicReport report = board.report();
    Seen last = seen;
    if (last.from() != from || !report.equals(last.report())) {
      last = new Seen(from, report, usable(from, report));
      seen = last;
    }
    return last.usable();
  }

  private static NetworkDirectory usable(NetworkDirectory from, TopicReport report) {
    List<DirectoryRecord> records =
        from.records().values().stream().filter(record -> isUsable(record, report)).toList();
    return NetworkDirectory.EMPTY.with(records);
  }

  private static boolean isUsable(DirectoryRecord record, TopicReport report) {
    return !(record instanceof Agency agency)
        || agency.leftOn() != null
        || agency.participation() == Participation.PAPER
        || report.usable().contains(agency.agencyId());
  }
}
