package jp.tsunagu.connector.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.DossierChecks;
import jp.tsunagu.connector.sheet.DossierFields;
import jp.tsunagu.connector.sheet.Passage;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Problems;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;

/**
 * One form without problems while a command is made of it: what was filled in, about what, and what
 * travels with it.
 */
public final class Making {

  private final Tools tools;
  private final AgencyId agency;
  private final Subject subject;
  private final Filled targets;
  private final Filled filled;
  private final Problems problems = new Problems();
  private final Map<String, Object> ids = new LinkedHashMap<>();
  private Optional<ReferralId> stillOpen = Optional.empty();

  /**
   * What a form is about.
   *
   * @param caseNumber none until an event told it
   * @param referral none where it is about a case as a whole
   * @param state of the case; none until an event told it
   */
  record Subject(
      CaseId caseId,
      @Nullable CaseNumber caseNumber,
      @Nullable Referral referral,
      Optional<CaseState> state) {}

  Making(Tools tools, AgencyId agency, Subject subject, Filled targets, Filled filled) {
    this.tools = tools;
    this.agency = agency;
    this.subject = subject;
    this.targets = targets;
    this.filled = filled;
    ids.put("caseId", subject.caseId());
    if (subject.caseNumber() != null) {
      ids.put("caseNumber", subject.caseNumber());
    }
    if (subject.referral() != null) {
      ids.put("referralId", subject.referral().referralId());
    }
  }

  Tools tools() {
    return tools;
  }

  /** The case as this agency knows it. */
  CaseState state() {
    return subject.state().orElseGet(() -> CaseState.beforeFirst(caseId()));
  }

  NetworkDirectory directory() {
    return tools.directory().snapshot();
  }

  AgencyId agency() {
    return agency;
  }

  CaseId caseId() {
    return subject.caseId();
  }

  ReferralId referralId() {
    return Objects.requireNonNull(subject.referral()).referralId();
  }

  /** Who sent what it is about. */
  AgencyId sender() {
    return Objects.requireNonNull(subject.referral()).sender();
  }

  Filled filled() {
    return filled;
  }

  <T> @Nullable T get(FormField<T> field) {
    return filled.get(field);
  }

  <T> T must(FormField<T> field) {
    return filled.must(field);
  }

  <T> T target(FormField<T> field) {
    return targets.must(field);
  }

  /** What the caller is told was made. */
  Map<String, Object> ids() {
    return ids;
  }

  void made(String name, Object id) {
    ids.put(name, id);
  }

  Problems problems() {
    return problems;
  }

  /** Notes what only a look at the case can tell. */
  Checking at() {
    LocalDate today = TokyoTime.dateOf(tools.draft().now());
    return new Checking(directory(), today, "", problems);
  }

  Times times() {
    return Times.of(filled);
  }

  CommandHeader header() {
    return tools.draft().header(caseId(), times());
  }

  /** A command that carries the same, as it was filled in, to each of these agencies. */
  Wish carryingToAll(CaseCommand command, Set<AgencyId> recipients) {
    return new Wish(command, written(recipients));
  }

  /** A command that carries what was filled in, to this agency; nothing if nothing was. */
  Wish carrying(CaseCommand command, AgencyId recipient) {
    return new Wish(command, written(recipient));
  }

  /** The same with what goes on from the referral before. */
  Wish carrying(CaseCommand command, AgencyId recipient, List<OpenPart> passedOn) {
    OpenDossier written = written(recipient);
    if (passedOn.isEmpty()) {
      return new Wish(command, written);
    }
    List<OpenPart> parts = new ArrayList<>(passedOn);
    Set<String> names = passedOn.stream().map(OpenPart::name).collect(Collectors.toSet());
    if (written != null) {
      written.parts().forEach(part -> parts.add(part.named(free(part.name(), names))));
    }
    return new Wish(command, new OpenDossier(tools.draft().newDossier(), parts));
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int count = 2; !taken.add(free); count++) {
      free = name + "-" + count;
    }
    return free;
  }

  /** What of a leg of this case and those before it can go on to this agency. */
  Passage passage(ReferralId leg, AgencyId recipient) {
    Passage.Way way =
        new Passage.Way(
            state(),
            agency,
            agency.equals(tools.desk()),
            recipient,
            TokyoTime.dateOf(tools.draft().now()));
    return Passage.of(way, tools.records().dossiersHeld(agency, caseId()), leg);
  }

  /**
   * What was filled in for this agency; none if nothing was. What would be read by nobody is noted
   * as a problem.
   */
  @Nullable OpenDossier written(AgencyId recipient) {
    if (recipient.equals(agency)) {
      DossierChecks.checkNothing(filled, at());
      return null;
    }
    return written(Set.of(recipient));
  }

  private @Nullable OpenDossier written(Set<AgencyId> recipients) {
    DossierChecks.checkNamesNoOne(filled, at(), () -> tools.records().dossiers(agency, caseId()));
    Protection protection = subject.state().map(CaseState::protection).orElse(null);
    if (protection != null) {
      recipients.forEach(one -> DossierChecks.checkArrives(filled, at(), one, protection.named()));
    }
    return tools.dossiers().open(DossierFields.of(filled, true), recipients, protection);
  }

  /**
   * Whether a person confirmed that this goes to an agency beside a referral that is still open;
   * notes the open one where nobody did.
   */
  boolean besideOpen(AgencyId receiver, ReferralMode mode) {
    boolean confirmed = filled.or(Targets.BESIDE_OPEN, false);
    stillOpen = confirmed ? Optional.empty() : openWith(receiver, mode);
    return confirmed;
  }

  private Optional<ReferralId> openWith(AgencyId receiver, ReferralMode mode) {
    Referral own = subject.referral();
    return subject.state().stream()
        .flatMap(state -> state.referrals().stream())
        .filter(leg -> leg.isInTheWay(receiver, mode))
        .map(Referral::referralId)
        .filter(id -> own == null || !id.equals(own.referralId()))
        .findFirst();
  }

  /** The referral that is in the way. */
  Optional<ReferralId> stillOpen() {
    return stillOpen;
  }

  /** A command with a note to the other side. */
  Wish toOtherSide(CaseCommand command) {
    Referral referral = Objects.requireNonNull(subject.referral());
    boolean isReceiver = referral.receiver().equals(agency);
    return carrying(command, isReceiver ? referral.sender() : referral.receiver());
  }
}
