package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one of those who learn of an event is told of it. Of a protection measure ({@link
 * #protection}); of who stays alongside a person (主担当) what concerns persons for whom it has a
 * basis, or itself; of a sheet (様式) its own parts, and whom it is about as far as it has a basis;
 * of a contact its own parts; of what was said of a step its own parts; of the chain of a leg
 * ({@link #chain}). Who coordinates is told all.
 */
public final class ToldTo {

  private ToldTo() {}

  /**
   * The event as this agency gets it.
   *
   * @param after the state after the event, with its consents
   */
  public static CaseEvent of(CaseState after, CaseEvent event, AgencyId agency, Roll roll) {
    return switch (event) {
      case ReferralSent sent ->
          after
              .referral(sent.referralId())
              .<CaseEvent>map(leg -> sent.at(chain(after, leg, agency, roll)))
              .orElse(sent);
      case OverdueEscalated escalated ->
          after
              .referral(escalated.referralId())
              .<CaseEvent>map(leg -> escalated.at(chain(after, leg, agency, roll)))
              .orElse(escalated);
      case CoordinationClosed closed ->
          new CoordinationClosed(
              closed.header(),
              leads(after, closed.leads(), agency),
              closed.ground(),
              closed.passed(),
              own(after, event, closed.dossier(), agency));
      case SupportDecided decided ->
          new SupportDecided(
              decided.header(), decided.passed(), own(after, event, decided.dossier(), agency));
      case ResultReported reported ->
          new ResultReported(
              reported.header(),
              reported.person(),
              reported.passed(),
              own(after, event, reported.dossier(), agency));
      case SideSupportMoved moved ->
          new SideSupportMoved(
              moved.header(),
              moved.flow(),
              moved.stage(),
              moved.passed(),
              own(after, event, moved.dossier(), agency));
      case SideSupportEnded ended ->
          new SideSupportEnded(
              ended.header(),
              ended.flow(),
              ended.ground(),
              ended.rhythm(),
              ended.passed(),
              own(after, event, ended.dossier(), agency));
      case FormRecorded recorded -> sheet(after, recorded, agency);
      case PaperEvent paper -> PaperAudience.told(after, paper, agency);
      case ContactRecorded contact -> contact(after, contact, agency);
      case CaseProtected measure when !agency.equals(measure.header().actor()) ->
          new CaseProtected(measure.header(), protection(after, measure.protection(), agency));
      default -> event;
    };
  }

  /**
   * Where a leg stands among those of its chain that exist for this agency: the id of another one
   * would say that there was one, and is told to nobody.
   */
  public static ChainPlace chain(CaseState state, Referral leg, AgencyId agency, Roll roll) {
    List<ReferralId> seen =
        state.referrals().stream()
            .filter(one -> one.chain().chainId().equals(leg.chain().chainId()))
            .filter(one -> one.equals(leg) || Parties.sees(state, one, agency, roll))
            .map(Referral::referralId)
            .toList();
    ReferralId before = leg.chain().continues();
    return new ChainPlace(seen.getFirst(), seen.contains(before) ? before : null);
  }

  /** Of these leads those that this agency is told. */
  public static List<Lead> leads(CaseState state, List<Lead> leads, AgencyId agency) {
    return leads.stream().filter(lead -> isToldOf(state, lead, agency)).toList();
  }

  /** The standing protection measure as somebody who takes part is told of it. */
  public static @Nullable Protection protection(CaseState state, AgencyId agency) {
    Protection protection = state.protection();
    return protection == null ? null : protection(state, protection, agency);
  }

  /**
   * A protection measure as somebody who takes part is told of it: its last day. Who may see
   * whereabouts, and who must not learn of the case, is told to those who may see them, to who
   * received the household and to who coordinates.
   */
  static Protection protection(CaseState state, Protection protection, AgencyId agency) {
    boolean inCharge =
        Parties.receivedBy(state).filter(agency::equals).isPresent()
            || Parties.coordinator(state).filter(agency::equals).isPresent();
    return inCharge || protection.opensContactTo(agency)
        ? protection
        : new Protection(Set.of(), Set.of(), protection.until());
  }

  private static FormRecorded sheet(CaseState after, FormRecorded event, AgencyId agency) {
    DossierOutline own = own(after, event, event.dossier(), agency);
    return isToldAll(after, event, agency)
        ? event
        : new FormRecorded(
            event.header(),
            event.form(),
            event.revision(),
            event.dated(),
            event.persons().stream()
                .filter(person -> hasPartOf(own, person) || hasBasis(after, person, agency))
                .collect(Collectors.toUnmodifiableSet()),
            event.item(),
            own);
  }

  private static boolean isToldAll(CaseState after, CaseEvent event, AgencyId agency) {
    return agency.equals(event.header().actor())
        || Parties.coordinator(after).filter(agency::equals).isPresent();
  }

  /**
   * Of what travels with it its own parts, and without any of them nothing; who acted and who
   * coordinates are told of all.
   */
  static @Nullable DossierOutline own(
      CaseState after, CaseEvent event, @Nullable DossierOutline outline, AgencyId agency) {
    if (outline == null || isToldAll(after, event, agency)) {
      return outline;
    }
    DossierOutline own = outline.onlyFor(agency);
    return own.parts().isEmpty() ? null : own;
  }

  private static ContactRecorded contact(CaseState after, ContactRecorded event, AgencyId agency) {
    DossierOutline outline = event.dossier();
    return outline == null || isInCharge(after, event.flow(), agency)
        ? event
        : new ContactRecorded(
            event.header(), event.flow(), event.contact(), outline.onlyFor(agency));
  }

  /** Whether this agency is told of a support beside the case: in charge, or with a basis. */
  static boolean isTold(CaseState state, SideFlow flow, AgencyId agency) {
    return isInCharge(state, flow, agency) || hasBasis(state, flow.person(), agency);
  }

  /** What this agency is told of the supports beside the case. */
  public static List<SideSupport> sides(CaseState state, AgencyId agency) {
    return state.sides().stream()
        .filter(side -> isTold(state, side.flow(), agency))
        .map(side -> isInCharge(state, side.flow(), agency) ? side : side.withoutContacts())
        .toList();
  }

  private static boolean isInCharge(CaseState state, SideFlow flow, AgencyId agency) {
    return flow.provider().equals(agency)
        || Parties.coordinator(state).filter(agency::equals).isPresent();
  }

  private static boolean hasPartOf(@Nullable DossierOutline own, PersonRef person) {
    return own != null && own.parts().stream().anyMatch(part -> person.equals(part.person()));
  }

  private static boolean isToldOf(CaseState state, Lead lead, AgencyId agency) {
    PersonRef person = lead.person();
    return person == null
        || lead.agency().equals(agency)
        || (state.coordination() instanceof Coordination.Closed closed
            && closed.coordinator().equals(agency))
        || hasBasis(state, person, agency);
  }

  /** A member of the 支援会議 by law; who received the household where the person consented. */
  private static boolean hasBasis(CaseState state, PersonRef person, AgencyId agency) {
    boolean received = Parties.receivedBy(state).filter(agency::equals).isPresent();
    return state.members().contains(agency)
        || state.consents().stream()
            .filter(consent -> consent.terms().person().equals(person))
            .anyMatch(
                consent ->
                    consent.terms().recipients().contains(agency)
                        || (received && !consent.terms().recipients().isEmpty()));
  }
}
