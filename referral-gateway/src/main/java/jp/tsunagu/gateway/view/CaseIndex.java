package jp.tsunagu.gateway.view;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.SideSupport;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of every case in memory, a protected one (保護案件) whole: what of it somebody may
 * see is for {@link Viewpoint} to say.
 *
 * <p>Open cases in full; of a closed one only what lists and its page need, without consents and
 * dossier outlines. Lists run from the newest id to the oldest (ids are UUIDv7), so that a page
 * after an id stays the same when new cases come in. Any number of threads read.
 */
public final class CaseIndex {

  private final NavigableMap<UUID, CaseState> cases = new ConcurrentSkipListMap<>();
  private final NavigableMap<UUID, CaseId> referrals = new ConcurrentSkipListMap<>();
  private final Map<CaseNumber, List<CaseId>> numbers = new ConcurrentHashMap<>();
  private final NavigableSet<UUID> open = new ConcurrentSkipListSet<>();

  private final List<Watch> watches = new CopyOnWriteArrayList<>();

  CaseIndex() {}

  /** Hears of every change, on the thread that reads the states: must neither wait nor fail. */
  @FunctionalInterface
  public interface Watch {

    /** A case changed; none before for a new one, none after for one that is gone. */
    void changed(@Nullable CaseState before, @Nullable CaseState after);
  }

  /** Tells of every change from now on. */
  void watch(Watch watch) {
    watches.add(watch);
  }

  /** One leg (連絡) with the case it belongs to. */
  public record Leg(CaseState state, Referral referral) {}

  /** The case with this id. */
  public Optional<CaseState> find(CaseId id) {
    return Optional.ofNullable(cases.get(id.value()));
  }

  /** The cases that are named so: none, one, or several where a network was restored. */
  public List<CaseState> called(CaseReference reference) {
    List<CaseId> ids =
        switch (reference) {
          case CaseReference.ById(CaseId id) -> List.of(id);
          case CaseReference.ByNumber(CaseNumber number) -> numbers.getOrDefault(number, List.of());
        };
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  /** The case that has this leg. */
  public Optional<CaseState> containing(ReferralId id) {
    return Optional.ofNullable(referrals.get(id.value())).flatMap(this::find);
  }

  /** All cases older than this one, newest first; all there are for none. */
  public Stream<CaseState> olderThan(@Nullable UUID caseId) {
    return after(cases, caseId).values().stream();
  }

  /** All legs older than this one, newest first; all there are for none. */
  public Stream<Leg> legsOlderThan(@Nullable UUID referralId) {
    return after(referrals, referralId).entrySet().stream()
        .map(entry -> leg(new ReferralId(entry.getKey()), entry.getValue()))
        .filter(Objects::nonNull);
  }

  /** Every case in which something still goes on. */
  public Stream<CaseState> open() {
    return open.stream().map(cases::get).filter(Objects::nonNull);
  }

  /**
   * Whether something still goes on in a case: a leg, coordination, the first agency's support or
   * one beside the case. Staying in contact (伴走) has no end, and keeps no case open.
   */
  public static boolean isOpen(CaseState state) {
    boolean coordinated =
        switch (state.coordination()) {
          case Coordination.Requested _, Coordination.Open _ -> true;
          case Coordination.None _, Coordination.Closed _ -> false;
        };
    var consultation = state.consultation();
    boolean supported = consultation != null && consultation.supportEnded() == null;
    return coordinated
        || supported
        || state.sides().stream().anyMatch(SideSupport::runs)
        || state.referrals().stream().anyMatch(Referral::isOpen);
  }

  /** Takes a case as it stands by now. */
  synchronized void put(CaseState state) {
    UUID id = state.caseId().value();
    boolean isOpen = isOpen(state);
    CaseState before = cases.put(id, isOpen ? state : closedLine(state));
    state.referrals().forEach(leg -> referrals.put(leg.referralId().value(), state.caseId()));
    CaseNumber number = state.caseNumber();
    if (number != null) {
      numbers.merge(number, List.of(state.caseId()), CaseIndex::both);
    }
    if (isOpen) {
      open.add(id);
    } else {
      open.remove(id);
    }
    watches.forEach(watch -> watch.changed(before, state));
  }

  synchronized void remove(CaseId id) {
    CaseState gone = cases.remove(id.value());
    open.remove(id.value());
    if (gone != null) {
      gone.referrals().forEach(leg -> referrals.remove(leg.referralId().value()));
      Optional.ofNullable(gone.caseNumber()).ifPresent(number -> forget(number, id));
      watches.forEach(watch -> watch.changed(gone, null));
    }
  }

  private void forget(CaseNumber number, CaseId id) {
    numbers.computeIfPresent(
        number,
        (_, all) -> {
          List<CaseId> left = all.stream().filter(other -> !other.equals(id)).toList();
          return left.isEmpty() ? null : left;
        });
  }

  private static List<CaseId> both(List<CaseId> some, List<CaseId> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private @Nullable Leg leg(ReferralId id, CaseId caseId) {
    return find(caseId)
        .flatMap(state -> state.referral(id).map(referral -> new Leg(state, referral)))
        .orElse(null);
  }

  private static <V> NavigableMap<UUID, V> after(NavigableMap<UUID, V> all, @Nullable UUID id) {
    NavigableMap<UUID, V> newestFirst = all.descendingMap();
    return id == null ? newestFirst : newestFirst.tailMap(id, false);
  }

  private static CaseState closedLine(CaseState state) {
    return new CaseState(
        state.caseId(),
        state.sequence(),
        state.persons(),
        state.consultation(),
        state.protection(),
        state.everProtected(),
        List.of(),
        state.referrals(),
        state.coordination(),
        state.members(),
        List.of(),
        state.stops(),
        state.meetings(),
        List.of(),
        state.sides(),
        state.inquiries(),
        state.papers(),
        state.caseNumber());
  }
}
