package jp.tsunagu.gateway.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.gateway.view.CaseIndex;
import jp.tsunagu.gateway.view.Viewpoint;
import jp.tsunagu.gateway.view.Views;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Everything that waits, in its order, once as the desk may see it and once as managers may, who
 * see nothing of a protected case (保護案件). It follows every change of a case, so that a page costs
 * no look at every open one; where the directory says otherwise who takes part, all of it is made
 * anew. Open pages are told of what changed in the part their reader sees.
 */
@Component
final class WaitingQueue implements CaseIndex.Watch, SmartLifecycle {

  private final Views views;
  private final QueueNews news;
  private final Side ofDesk = new Side(new Caller.Desk());
  private final Side ofManagers = new Side(new Caller.Supervisor());
  private @Nullable Roll roll;
  private volatile boolean running;

  WaitingQueue(Views views, QueueNews news) {
    this.views = views;
    this.news = news;
  }

  /** Everything that waits, as far as the caller may see it, the most pressing first. */
  List<QueueEntry> of(Reading reading) {
    follow(reading.viewpoint().roll(), reading.cases());
    Side side = reading.viewpoint().caller() instanceof Caller.Desk ? ofDesk : ofManagers;
    return List.copyOf(side.entries.values());
  }

  /** How much each agency has before it, as far as the caller may see it. */
  Map<AgencyId, Workload> loads(Reading reading) {
    follow(reading.viewpoint().roll(), reading.cases());
    Side side = reading.viewpoint().caller() instanceof Caller.Desk ? ofDesk : ofManagers;
    return Map.copyOf(side.loads);
  }

  @Override
  public void changed(@Nullable CaseState before, @Nullable CaseState after) {
    CaseState either = after == null ? before : after;
    if (either != null
        && views.directory() instanceof Answer.Found<NetworkDirectory>(NetworkDirectory directory)
        && views.cases() instanceof Answer.Found<CaseIndex>(CaseIndex cases)) {
      changed(either.caseId(), after, Roll.of(directory), cases);
    }
  }

  private synchronized void changed(
      CaseId id, @Nullable CaseState after, Roll now, CaseIndex cases) {
    boolean anew = follow(now, cases);
    for (Side side : List.of(ofDesk, ofManagers)) {
      if (side.put(id, after, now) || anew) {
        news.of(side.caller).tell();
      }
    }
  }

  /** Makes all of it anew where another takes part than before; says whether it did. */
  private synchronized boolean follow(Roll now, CaseIndex cases) {
    if (now.equals(roll)) {
      return false;
    }
    for (Side side : List.of(ofDesk, ofManagers)) {
      side.clear();
      cases.open().forEach(state -> side.put(state.caseId(), state, now));
    }
    roll = now;
    return true;
  }

  @Override
  public void start() {
    views.watch(this);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** What one kind of reader sees; any number of threads read, one at a time writes. */
  private static final class Side {

    private final Caller caller;
    private final NavigableMap<Cursor, QueueEntry> entries = new ConcurrentSkipListMap<>();
    private final Map<CaseId, Set<Cursor>> places = new HashMap<>();
    private final Map<AgencyId, Workload> loads = new ConcurrentHashMap<>();
    private final Map<CaseId, Map<AgencyId, Workload>> ofCases = new HashMap<>();

    private Side(Caller caller) {
      this.caller = caller;
    }

    private void clear() {
      entries.clear();
      places.clear();
      loads.clear();
      ofCases.clear();
    }

    /** Says whether something came, went or stands elsewhere now. */
    private boolean put(CaseId id, @Nullable CaseState after, Roll roll) {
      Viewpoint viewpoint = new Viewpoint(caller, roll);
      Optional<CaseState> seen = Optional.ofNullable(after).flatMap(viewpoint::narrow);
      count(id, seen.map(Workload::of).orElse(Map.of()));
      Map<Cursor, QueueEntry> now = waiting(seen, roll);
      Set<Cursor> before = now.isEmpty() ? places.remove(id) : places.put(id, now.keySet());
      entries.putAll(now);
      if (before == null) {
        return !now.isEmpty();
      }
      before.stream().filter(place -> !now.containsKey(place)).forEach(entries::remove);
      return !before.equals(now.keySet());
    }

    private void count(CaseId id, Map<AgencyId, Workload> now) {
      Map<AgencyId, Workload> before = now.isEmpty() ? ofCases.remove(id) : ofCases.put(id, now);
      now.forEach((agency, load) -> loads.merge(agency, load, Workload::plus));
      if (before != null) {
        before.forEach(
            (agency, load) -> loads.computeIfPresent(agency, (_, all) -> less(all, load)));
      }
    }

    private static @Nullable Workload less(Workload all, Workload gone) {
      Workload left = all.minus(gone);
      return left.equals(Workload.NONE) ? null : left;
    }

    private static Map<Cursor, QueueEntry> waiting(Optional<CaseState> seen, Roll roll) {
      return seen.stream()
          .flatMap(state -> QueueEntry.of(state, roll))
          .collect(Collectors.toUnmodifiableMap(QueueEntry::place, entry -> entry));
    }
  }
}
