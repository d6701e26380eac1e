package jp.tsunagu.stats.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.stats.view.ChangesHere;
import jp.tsunagu.stats.view.Peers;
import jp.tsunagu.stats.view.StreamHandle;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Asks the other instances twice a second what changed with them, so that a reader of this one is
 * told of every change in the network. Where something was missed every reader is told to ask for
 * everything.
 */
public final class PeerChanges implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final String NO_LIFE = "";

  private final Supplier<Optional<StreamHandle>> stream;
  private final Peers peers;
  private final ChangeFeed feed;
  private final Map<HostInfo, ChangesHere> heard = new HashMap<>();
  private final SteadyWork rounds = new SteadyWork("stats-peer-changes", this::round);

  /** Nothing is asked before it is started. */
  public PeerChanges(Supplier<Optional<StreamHandle>> stream, Peers peers, ChangeFeed feed) {
    this.stream = stream;
    this.peers = peers;
    this.feed = feed;
  }

  /** Begins to ask, unless the instances do not talk. */
  public void start() {
    if (peers.token() != null) {
      rounds.start();
    }
  }

  private Duration round() {
    List<HostInfo> others = stream.get().map(StreamHandle::others).orElse(List.of());
    heard.keySet().retainAll(others);
    others.forEach(this::ask);
    return INTERVAL;
  }

  private void ask(HostInfo peer) {
    ChangesHere before = heard.get(peer);
    peers
        .changes(peer, before == null ? NO_LIFE : before.life(), before == null ? 0 : before.last())
        .ifPresent(
            told -> {
              heard.put(peer, told);
              if (told.whole()) {
                feed.heard(told.buckets());
              } else {
                feed.missed();
              }
            });
  }

  @Override
  public void close() {
    rounds.close();
  }
}
