package jp.tsunagu.gateway.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ConferenceChanged;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/**
 * Which conference an item needs (会議区分): a 重層的支援会議 where everyone it names consented to 多機関協働 with
 * every agency at the table, else a 支援会議.
 */
final class ConferenceKinds {

  private ConferenceKinds() {}

  /**
   * Who would speak about whom.
   *
   * @param day (Asia/Tokyo) on which consent must be valid
   */
  record Table(Set<PersonRef> persons, Set<AgencyId> agencies, LocalDate day) {

    /** The table of an item; the desk runs the coordination and needs no consent of its own. */
    static Table of(CaseState state, MeetingItem item, AgencyId desk, LocalDate day) {
      Set<AgencyId> agencies = new HashSet<>(state.tableOf(item));
      agencies.add(item.requestedBy());
      agencies.remove(desk);
      return new Table(item.request().persons(), agencies, day);
    }
  }

  /** Whose consent is missing for a 重層的支援会議 of this table; none means that one is needed. */
  static Set<PersonRef> withoutConsent(CaseState state, Table table) {
    return table.persons().stream()
        .filter(person -> !consents(state, person, table))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean consents(CaseState state, PersonRef person, Table table) {
    List<Consent> valid =
        state.consents().stream()
            .filter(consent -> consent.terms().person().equals(person))
            .filter(consent -> consent.terms().purpose() == ConsentPurpose.COORDINATION)
            .filter(consent -> !consent.terms().recipients().isEmpty())
            .filter(consent -> consent.terms().isValidOn(table.day()))
            .toList();
    return !valid.isEmpty()
        && table.agencies().stream()
            .allMatch(agency -> valid.stream().anyMatch(consent -> expects(consent, agency)));
  }

  /**
   * Whether the person expects this agency at the table: as one that may be told, as the one it
   * told itself, or as one it keeps a detail from. What that agency gets to read is judged part by
   * part.
   */
  private static boolean expects(Consent consent, AgencyId agency) {
    return consent.terms().recipients().contains(agency)
        || consent.recordedBy().equals(agency)
        || consent.terms().exclusions().stream().anyMatch(each -> each.agency().equals(agency));
  }

  /** Whether an item stays in a 支援会議 although everyone consents. */
  static boolean mayStayInSupportConference(MeetingPurpose purpose, boolean urgent) {
    return switch (purpose) {
      case INFORMATION, EMERGENCY -> true;
      case NEW, PLAN, MONITORING, CLOSING_EVALUATION, UNKNOWN -> urgent;
    };
  }

  /** Every open item whose kind is no longer the one it needs. */
  static List<EventMaker> changes(CaseState state, AgencyId desk, LocalDate today) {
    List<EventMaker> makers = new ArrayList<>();
    for (MeetingItem item : state.meetings()) {
      if (item.stage() == ItemStage.OPEN) {
        makers.addAll(change(state, item, desk, today));
      }
    }
    return makers;
  }

  /**
   * The change of this item's kind, if consent as it is valid on this day asks for one; whoever was
   * asked for a day of its meeting and no longer belongs to it is told so first.
   */
  static List<EventMaker> change(CaseState state, MeetingItem item, AgencyId desk, LocalDate day) {
    Set<PersonRef> open = withoutConsent(state, Table.of(state, item, desk, day));
    return switch (item.conference()) {
      case SUPPORT_CONFERENCE ->
          open.isEmpty() && !mayStayInSupportConference(item.purpose(), item.wish().urgent())
              ? to(ConferenceKind.PLAN_CONFERENCE, item, NoticeEnd.CONSENT_COMPLETE, state)
              : List.of();
      case PLAN_CONFERENCE ->
          open.isEmpty()
              ? List.of()
              : withoutThem(state, item, desk, day)
                  .orElseGet(
                      () ->
                          to(
                              ConferenceKind.SUPPORT_CONFERENCE,
                              item,
                              whyNotAnyMore(state, item, desk),
                              state));
    };
  }

  /**
   * Where everyone still consents with somebody else at the table, only those leave it whom a
   * person no longer expects; whoever asked does not leave its own item.
   */
  private static Optional<List<EventMaker>> withoutThem(
      CaseState state, MeetingItem item, AgencyId desk, LocalDate day) {
    Table whole = Table.of(state, item, desk, day);
    Set<AgencyId> staying =
        whole.agencies().stream()
            .filter(agency -> areExpectedAlone(state, whole, agency))
            .collect(Collectors.toUnmodifiableSet());
    boolean somebodyStays = staying.stream().anyMatch(agency -> !agency.equals(item.requestedBy()));
    if (!staying.contains(item.requestedBy()) || !somebodyStays) {
      return Optional.empty();
    }
    NoticeEnd reason = whyNotAnyMore(state, item, desk);
    Set<AgencyId> table = new HashSet<>(state.tableOf(item));
    table.removeIf(agency -> !agency.equals(desk) && !staying.contains(agency));
    Set<AgencyId> asked = new HashSet<>(table);
    asked.add(item.requestedBy());
    List<EventMaker> makers = new ArrayList<>(DateDecider.endedBut(item, asked));
    makers.add(
        header ->
            new ConferenceChanged(
                header, item.requestId(), item.conference(), item.conference(), reason, table));
    return Optional.of(makers);
  }

  private static boolean areExpectedAlone(CaseState state, Table whole, AgencyId agency) {
    return withoutConsent(state, new Table(whole.persons(), Set.of(agency), whole.day())).isEmpty();
  }

  /** Expired, if it would still be complete were it not for the last days. */
  private static NoticeEnd whyNotAnyMore(CaseState state, MeetingItem item, AgencyId desk) {
    return withoutConsent(state, Table.of(state, item, desk, LocalDate.MIN)).isEmpty()
        ? NoticeEnd.CONSENT_EXPIRED
        : NoticeEnd.CONSENT_WITHDRAWN;
  }

  private static List<EventMaker> to(
      ConferenceKind kind, MeetingItem item, NoticeEnd reason, CaseState state) {
    Set<AgencyId> table = state.tableOf(item);
    List<EventMaker> makers = new ArrayList<>(DateDecider.ended(item));
    makers.add(
        header ->
            new ConferenceChanged(
                header, item.requestId(), item.conference(), kind, reason, table));
    return makers;
  }
}
