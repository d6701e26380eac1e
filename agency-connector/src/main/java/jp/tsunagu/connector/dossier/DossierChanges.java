package jp.tsunagu.connector.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore.PartName;
import jp.tsunagu.connector.dossier.DossierStore.Received;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;

/**
 * What news does to the dossiers of others and to what people noted beside them, in the order of
 * the news: a part that came before is locked, one that comes after is not. Read once, changed in
 * memory, written once by {@link #write}.
 */
public final class DossierChanges {

  private static final Set<PartState> OPEN = EnumSet.of(PartState.OPEN);
  private static final Set<PartState> READABLE = EnumSet.of(PartState.OPEN, PartState.RETURNED);
  private static final Set<PartState> HELD =
      EnumSet.of(PartState.OPEN, PartState.RETURNED, PartState.LOCKED);
  private static final Set<PartState> NOT_ERASED =
      EnumSet.complementOf(EnumSet.of(PartState.ERASED));

  private final AgencyDatabase database;
  private final DossierStore store;
  private final List<Consumer<HeldStates>> changes = new ArrayList<>();
  private final List<Received> received = new ArrayList<>();
  private final Set<CaseId> cases = new LinkedHashSet<>();
  private final Set<CaseId> forgotten = new LinkedHashSet<>();
  private final Set<DossierId> dropped = new LinkedHashSet<>();

  DossierChanges(AgencyDatabase database, DossierStore store) {
    this.database = database;
    this.store = store;
  }

  /** Keeps what was delivered. */
  public void keep(Received dossier) {
    received.add(dossier);
    changes.add(states -> states.came(dossier));
  }

  /** The parts that opened among what was delivered. */
  public Set<PartName> opened() {
    return received.stream()
        .flatMap(
            one ->
                one.openings().entrySet().stream()
                    .filter(opening -> DossierStore.state(opening.getValue()) == PartState.OPEN)
                    .map(opening -> new PartName(one.dossier().dossierId(), opening.getKey())))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Nobody here can read what others sent about this person any more (共有停止). */
  public void lock(CaseId caseId, PersonRef person) {
    changePerson(caseId, person, READABLE, READABLE, PartState.LOCKED);
  }

  /** Erases what others sent about this person (削除). */
  public void erase(CaseId caseId, PersonRef person) {
    changePerson(caseId, person, NOT_ERASED, HELD, PartState.ERASED);
  }

  private void changePerson(
      CaseId caseId, PersonRef person, Set<PartState> from, Set<PartState> alive, PartState to) {
    Predicate<HeldState> which = state -> state.isOf(caseId) && state.isOf(person);
    change(
        caseId,
        states -> {
          states.changeParts(which, from, to);
          states.changeNotes(which, from, to);
          states.changeLastTexts(caseId, alive, to);
        });
  }

  /** Nobody here can read the texts any more that others gave this agency as a member (資料の回収). */
  public void lockTextsOfTheConference(CaseId caseId) {
    Predicate<HeldState> which =
        part -> part.isOf(caseId) && part.namesNoOne() && part.cameWithoutLeg();
    change(caseId, states -> states.changeParts(which, OPEN, PartState.LOCKED));
  }

  /**
   * Nobody here can read what others sent with this leg any more: it was not for us, or went back.
   *
   * @param isSender whether this agency sent the leg: what it noted for itself stays its own
   */
  public void giveBack(CaseId caseId, ReferralId leg, boolean isSender) {
    changeLeg(caseId, leg, isSender, PartState.OPEN, PartState.RETURNED);
  }

  /** The leg was put before this agency again, so that what came with it can be read again. */
  public void takeBack(CaseId caseId, ReferralId leg, boolean isSender) {
    changeLeg(caseId, leg, isSender, PartState.RETURNED, PartState.OPEN);
  }

  private void changeLeg(
      CaseId caseId, ReferralId leg, boolean isSender, PartState from, PartState to) {
    change(
        caseId,
        states -> {
          states.changeParts(part -> part.isOf(leg), EnumSet.of(from), to);
          if (!isSender) {
            states.changeNotes(note -> note.isOf(leg), EnumSet.of(from), to);
          }
        });
  }

  /** Nothing of what others sent with these stays here (資料の回収). */
  public void drop(CaseId caseId, Set<DossierId> dossiers) {
    if (!dossiers.isEmpty()) {
      dropped.addAll(dossiers);
      received.removeIf(one -> dossiers.contains(one.dossier().dossierId()));
      change(caseId, states -> states.forgetParts(dossiers));
    }
  }

  /** Nothing of a case that never came to be stays here. */
  public void forget(CaseId caseId) {
    forgotten.add(caseId);
    received.removeIf(one -> one.caseId().equals(caseId));
    change(caseId, states -> states.forgetParts(caseId));
  }

  private void change(CaseId caseId, Consumer<HeldStates> change) {
    cases.add(caseId);
    changes.add(change);
  }

  /** Writes all of it, inside the transaction that is running. */
  public void write(Instant now) {
    if (cases.isEmpty()) {
      store.keepReceived(database, received, now);
      return;
    }
    HeldStates states = new HeldStates(database, cases);
    changes.forEach(change -> change.accept(states));
    DossierRows.forget(database, forgotten);
    DossierRows.drop(database, dropped);
    store.keepReceived(database, received, now);
    states.write();
  }
}
