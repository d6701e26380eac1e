package jp.tsunagu.gateway.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.view.Answer.Found;
import jp.tsunagu.gateway.view.Answer.NotFound;
import jp.tsunagu.gateway.view.Answer.NotReady;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.aside.FollowedHolding;
import jp.tsunagu.runtime.aside.KeyRule;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.broker.FollowedTopics;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;

/**
 * Everything the gateway shows, rebuilt from its topics at every start.
 *
 * <p>Nothing is told before directory, states and ledger have been read to the end found at the
 * start: until then the answer is {@link NotReady}. Of a case of which a record cannot be read,
 * what came before it is told ({@link #isIncomplete}). Reading events waits at most about five
 * seconds.
 */
public final class Views implements SmartLifecycle {

  /** When to ask again. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Codec codec;
  private final CaseIndex cases = new CaseIndex();
  private final LedgerIndex ledger = new LedgerIndex();
  private final AsideTopic aside;
  private final ProtectedCases protectedCases = new ProtectedCases();
  private final FollowedHolding<CaseState> heldStates;
  private final FollowedHolding<CaseEvent> heldEvents;
  private final FollowedHolding<CaseEvent> heldProtected;
  private final FollowedTopics followers;
  private final RecordFetcher fetcher;
  private final FollowedDirectory directory;
  private volatile boolean running;

  /**
   * Views that have not been started.
   *
   * @param directory started and closed elsewhere
   */
  Views(
      Topics topics,
      Codec codec,
      BrokerAccess broker,
      FollowedDirectory directory,
      AsideTopic aside) {
    this.codec = codec;
    this.directory = directory;
    this.aside = aside;
    this.heldStates =
        aside.holding(
            topics.caseState(),
            codec,
            CaseState.class,
            KeyRule.caseId(CaseState::caseId),
            (_, key, state) -> takeState(key, state));
    this.heldEvents =
        aside.holding(
            topics.ledger(),
            codec,
            CaseEvent.class,
            KeyRule.caseId(event -> event.header().caseId()),
            (record, key, _) -> takeEvent(record, key));
    this.heldProtected =
        aside.holding(
            topics.protectedCases(),
            codec,
            CaseEvent.class,
            KeyRule.caseId(event -> event.header().caseId()),
            (_, _, event) -> takeProtected(event));
    this.followers =
        new FollowedTopics(
            List.of(
                new FollowedTopic(topics.caseState().name(), broker, heldStates::accept),
                new FollowedTopic(topics.ledger().name(), broker, heldEvents::accept),
                new FollowedTopic(topics.protectedCases().name(), broker, heldProtected::accept)));
    this.fetcher = new RecordFetcher(topics.ledger().name(), broker);
  }

  /** Whether questions are answered. */
  public boolean isReady() {
    return directory.isFollowed() && followers.areFollowed();
  }

  Health health() {
    Health.Builder health = followers.health();
    return (isReady() ? health : health.outOfService()).build();
  }

  /** Who takes part and by which settings; its settings are always there. */
  public Answer<NetworkDirectory> directory() {
    return isReady() ? new Found<>(directory.get()) : new NotReady<>(RETRY_AFTER);
  }

  /** The latest states. */
  public Answer<CaseIndex> cases() {
    return isReady() ? new Found<>(cases) : new NotReady<>(RETRY_AFTER);
  }

  /**
   * Whether the caller may know of this case. One of which no state is known yet may be protected:
   * the desk, which looks after records that cannot be read, is told of it, and managers are not.
   */
  boolean mayKnow(Caller caller, CaseId id) {
    return cases
        .find(id)
        .map(state -> new Viewpoint(caller, Roll.of(directory.get())).narrow(state).isPresent())
        .orElse(caller instanceof Caller.Desk);
  }

  /** Tells of every change of a case from now on. */
  public void watch(CaseIndex.Watch watch) {
    cases.watch(watch);
  }

  /** Whether something about this case could not be read, so that what is told of it is 不完全. */
  public boolean isIncomplete(CaseId id) {
    String key = id.toString();
    return heldStates.isHeld(key) || heldEvents.isHeld(key) || heldProtected.isHeld(key);
  }

  /** Every event of a case in its order, with what the ledger withholds of a protected one. */
  public Answer<List<CaseEvent>> events(CaseId id) {
    if (!isReady()) {
      return new NotReady<>(RETRY_AFTER);
    }
    return ledger
        .find(id)
        .<Answer<List<CaseEvent>>>map(this::read)
        .orElseGet(NotFound::new)
        .then(events -> new Found<>(protectedCases.whole(id, events)));
  }

  @Override
  public void start() {
    aside.start();
    followers.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    followers.close();
    fetcher.close();
    aside.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Starts before the web server and stops after it. */
  @Override
  public int getPhase() {
    return 0;
  }

  private Answer<List<CaseEvent>> read(LedgerIndex.Place place) {
    return fetcher
        .fetch(place.partition(), place.offsets())
        .<Answer<List<CaseEvent>>>flatMap(records -> decode(records).map(Found::new))
        .orElseGet(() -> new NotReady<>(RETRY_AFTER));
  }

  private Optional<List<CaseEvent>> decode(List<ConsumerRecord<byte[], byte[]>> records) {
    List<CaseEvent> events = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (codec.decode(record.value()) instanceof Decoded.Readable(CaseEvent event)) {
        events.add(event);
      }
    }
    return events.size() == records.size() ? Optional.of(events) : Optional.empty();
  }

  private void takeState(String key, @Nullable CaseState state) {
    if (state == null) {
      cases.remove(CaseId.of(key));
    } else {
      cases.put(state);
    }
  }

  private void takeProtected(@Nullable CaseEvent event) {
    if (event != null) {
      protectedCases.take(event);
    }
  }

  private void takeEvent(RawRecord record, String key) {
    ledger.add(CaseId.of(key), record.place().partition(), record.place().offset());
  }
}
