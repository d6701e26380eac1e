package jp.tsunagu.scheduler.knowledge;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.scheduler.meeting.CaseHistory;

/** The cases of the ledger, folded in memory. One thread writes. */
final class CaseBook {

  private final Map<CaseId, CaseHistory> cases = new ConcurrentHashMap<>();
  private final Map<CaseId, CaseHistory> withMeetings = new ConcurrentHashMap<>();
  private final Object news = new Object();

  void take(CaseEvent event) {
    CaseId id = event.header().caseId();
    CaseHistory before = cases.get(id);
    CaseHistory next =
        (before == null ? CaseHistory.of(CaseState.beforeFirst(id)) : before).after(event);
    cases.put(id, next);
    if (next.hasMeetings()) {
      withMeetings.put(id, next);
      synchronized (news) {
        news.notifyAll();
      }
    }
  }

  /** Waits until all of these are known; whether they are within the patience. */
  boolean await(Collection<ItemRef> items, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (news) {
      while (!items.stream().allMatch(this::knows)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(news, left);
      }
      return true;
    }
  }

  private boolean knows(ItemRef item) {
    CaseHistory history = withMeetings.get(item.caseId());
    return history != null && history.latest().meeting(item.requestId()).isPresent();
  }

  Optional<CaseState> state(CaseId id) {
    return Optional.ofNullable(withMeetings.get(id)).map(CaseHistory::latest);
  }

  /** Whether the ledger has told of it, and never that it is protected. */
  boolean isOpen(CaseId id) {
    CaseHistory history = cases.get(id);
    return history != null && !history.latest().everProtected();
  }

  Map<CaseId, CaseHistory> withMeetings() {
    return withMeetings.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
