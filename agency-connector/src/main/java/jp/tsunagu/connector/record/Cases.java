package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.message.Notice.ConsentShown;
import org.jspecify.annotations.Nullable;

/**
 * Some cases of an agency in memory, inside one transaction: read and locked once, folded event by
 * event, written once. Nobody else changes them until the transaction ends; a case without a row
 * becomes one only by news, whose rows in the inbox keep others waiting.
 */
public final class Cases {

  /** Nothing happened to a leg: before the first sequence of any case. */
  private static final long UNTOUCHED = 0;

  /** Something happened to a leg, whenever. */
  private static final long EARLIEST = 1;

  private final AgencyDatabase database;
  private final Projection projection;
  private final SortedMap<UUID, Held> held = new TreeMap<>();
  private final Set<UUID> neverCame = new HashSet<>();

  /** A case: as it stands in the database, as it is by now, and what happened to its legs. */
  private static final class Held {

    private final boolean stood;
    private final CaseState before;
    private final Map<ReferralId, Long> touched = new HashMap<>();
    private CaseState now;
    private @Nullable Instant changedAt;

    private Held(boolean stood, CaseState before) {
      this.stood = stood;
      this.before = before;
      this.now = before;
    }
  }

  Cases(AgencyDatabase database, Projection projection, Collection<CaseId> ids) {
    this.database = database;
    this.projection = projection;
    ids.forEach(id -> held.put(id.value(), new Held(false, CaseState.beforeFirst(id))));
    lock();
  }

  private void lock() {
    if (held.isEmpty()) {
      return;
    }
    database
        .jdbc()
        .sql(
            """
            select case_id, state from supported_case where case_id = any(:ids::uuid[])
            order by case_id for no key update
            """)
        .param("ids", Columns.texts(held.keySet()))
        .query(
            row -> {
              byte[] state = row.getBytes("state");
              if (state != null) {
                held.put(
                    row.getObject("case_id", UUID.class), new Held(true, projection.decode(state)));
              }
            });
  }

  /** Which they are. */
  public Set<CaseId> ids() {
    return held.keySet().stream().map(CaseId::new).collect(Collectors.toUnmodifiableSet());
  }

  /** The case as it is known by now. */
  public CaseState state(CaseId caseId) {
    return of(caseId).now;
  }

  /** Takes an event in; gives the case after it. */
  public CaseState apply(CaseEvent event) {
    Held one = of(event.header().caseId());
    CaseState before = one.now;
    one.now = CaseLifecycle.evolve(before, event);
    one.changedAt = event.header().recordedAt();
    one.now.referrals().stream()
        .filter(leg -> isTouched(leg, before, event))
        .forEach(leg -> one.touched.put(leg.referralId(), event.header().sequence()));
    return one.now;
  }

  private static boolean isTouched(Referral leg, CaseState before, CaseEvent event) {
    boolean named = Projection.referralOf(event).filter(leg.referralId()::equals).isPresent();
    return named || !Objects.equals(before.referral(leg.referralId()).orElse(null), leg);
  }

  /** Takes in a consent that was recorded before this agency took part. */
  public void show(ConsentShown shown) {
    Held one = of(shown.caseId());
    one.now = CaseLifecycle.shown(one.now, shown.consent());
    one.changedAt = shown.recordedAt();
  }

  /** These legs are stored here and can be opened, which no event tells their receiver. */
  public void arrived(CaseId caseId, Collection<ReferralId> legs) {
    Held one = of(caseId);
    one.now = CaseLifecycle.arrived(one.now, legs);
    legs.forEach(leg -> one.touched.putIfAbsent(leg, EARLIEST));
  }

  /** Those something happened to, as they are known by now. */
  public Stream<CaseState> changed() {
    return held.values().stream().filter(one -> one.changedAt != null).map(one -> one.now);
  }

  /** Nothing is known of the case any more, so that it can be folded anew. */
  public void forget(CaseId caseId) {
    held.put(caseId.value(), new Held(false, CaseState.beforeFirst(caseId)));
  }

  /**
   * A household whose sheet was refused never came: nothing of it stays here but the refusal.
   *
   * @return false, and nothing changes, about a case the network has told of
   */
  public boolean neverCame(CaseId caseId) {
    Held one = of(caseId);
    if (one.stood || one.changedAt != null) {
      return false;
    }
    neverCame.add(caseId.value());
    return true;
  }

  private Held of(CaseId caseId) {
    return Objects.requireNonNull(held.get(caseId.value()), "the case was not read");
  }

  /** Writes what was changed. */
  public void write() {
    List<Held> changed = held.values().stream().filter(one -> one.changedAt != null).toList();
    changed.forEach(one -> neverCame.remove(one.now.caseId().value()));
    if (!neverCame.isEmpty()) {
      database
          .jdbc()
          .sql("delete from supported_case where case_id = any(:ids::uuid[]) and state is null")
          .param("ids", Columns.texts(neverCame))
          .update();
    }
    if (changed.isEmpty()) {
      return;
    }
    projection.save(database, changed.stream().map(Cases::row).toList());
    Map<UUID, LegRow> legs = new LinkedHashMap<>();
    changed.stream().flatMap(this::legs).forEach(leg -> legs.put(leg.columns().referralId(), leg));
    LegRow.save(database, legs.values());
  }

  private static Projection.CaseRow row(Held one) {
    return new Projection.CaseRow(one.now, Objects.requireNonNull(one.changedAt));
  }

  /**
   * Those something happened to, and those of which another leg or the case made something else.
   */
  private Stream<LegRow> legs(Held one) {
    return one.now.referrals().stream()
        .map(
            leg ->
                LegRow.of(
                    database.agency(),
                    one.now,
                    leg,
                    one.touched.getOrDefault(leg.referralId(), UNTOUCHED)))
        .filter(row -> row.version() != UNTOUCHED || isNews(one, row));
  }

  private boolean isNews(Held one, LegRow row) {
    Optional<LegColumns> before =
        one.before
            .referral(new ReferralId(row.columns().referralId()))
            .map(leg -> LegColumns.of(database.agency(), one.before, leg));
    return !before.equals(Optional.of(row.columns()));
  }
}
