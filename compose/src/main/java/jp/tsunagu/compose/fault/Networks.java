package jp.tsunagu.compose.fault;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.compose.run.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The network that rows are run on. One that did not stand a row is left as it is, to be looked at,
 * and what follows runs on another one in a folder of its own.
 */
final class Networks implements AutoCloseable {
  private final DataFolder first;
  private final @Nullable Path older;
  private final Progress progress;
  private @Nullable DataFolder further;
  private @Nullable ProcessNetwork network;
  private int left;

  /**
   * None yet.
   *
   * @param older the program of an older version that each begins with; none for this one
   */
  Networks(DataFolder first, @Nullable Path older, Progress progress) {
    this.first = first;
    this.older = older;
    this.progress = progress;
  }

  /**
   * The one that stands; it is started where none does.
   *
   * @throws TimeoutException when it does not become ready
   */
  ProcessNetwork standing() throws TimeoutException {
    if (network == null) {
      network = ProcessNetwork.start(left == 0 ? first : another(), older, progress);
    }
    return network;
  }

  private DataFolder another() {
    var place = first.root().resolve("network-" + (left + 1));
    return switch (DataFolder.claim(place)) {
      case DataFolder.Claim.Claimed(var folder) -> {
        folder.empty();
        further = folder;
        yield folder;
      }
      case DataFolder.Claim.Refused(var obstacle) ->
          throw new IllegalStateException(obstacle.message());
    };
  }

  /** Stops it; gives where everything of it stays. */
  Path leave() {
    var place = further == null ? first.root() : further.root();
    close();
    left++;
    return place;
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
      network = null;
    }
    if (further != null) {
      further.close();
      further = null;
    }
  }
}
