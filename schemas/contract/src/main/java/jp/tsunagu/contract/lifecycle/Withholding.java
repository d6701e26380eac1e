package jp.tsunagu.contract.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/** Puts {@link AgencyId#WITHHELD} in the place of every agency but the desk. */
record Withholding(AgencyId desk) {

  AgencyId agency(AgencyId agency) {
    return isNamed(agency) ? agency : AgencyId.WITHHELD;
  }

  private boolean isNamed(AgencyId agency) {
    return agency.equals(desk)
        || agency.equals(AgencyId.GATEWAY)
        || agency.equals(AgencyId.SCHEDULER);
  }

  Set<AgencyId> agencies(Set<AgencyId> agencies) {
    return agencies.stream().map(this::agency).collect(Collectors.toUnmodifiableSet());
  }

  EventHeader header(EventHeader header) {
    AgencyId onBehalfOf = header.by().onBehalfOf();
    return new EventHeader(
        header.eventId(),
        header.caseId(),
        header.sequence(),
        header.causedBy(),
        header.times(),
        new ActedBy(agency(header.actor()), onBehalfOf == null ? null : agency(onBehalfOf), null),
        header.incarnation(),
        header.caseNumber());
  }

  @Nullable DossierOutline outline(@Nullable DossierOutline outline) {
    return outline == null ? null : hidden(outline);
  }

  DossierOutline hidden(DossierOutline outline) {
    return new DossierOutline(
        outline.dossierId(),
        agency(outline.sender()),
        outline.parts().stream().map(this::part).toList());
  }

  private PartOutline part(PartOutline part) {
    return part.heldBy(agencies(part.recipients()));
  }

  MeetingPlace place(MeetingPlace place) {
    return new MeetingPlace(
        place.meetingId(),
        place.revision(),
        place.startsAt(),
        place.minutes(),
        agency(place.organiser()),
        place.session(),
        place.answerBy());
  }

  List<AgencyRole> roles(List<AgencyRole> roles) {
    return roles.stream().map(role -> new AgencyRole(agency(role.agency()), role.role())).toList();
  }

  List<Lead> leads(List<Lead> leads) {
    return leads.stream().map(this::lead).toList();
  }

  Settled settled(Settled settled) {
    return new Settled(lead(settled.lead()), roles(settled.roles()), settled.rhythm());
  }

  Lead lead(Lead lead) {
    return new Lead(lead.person(), agency(lead.agency()));
  }

  @Nullable Protection protection(@Nullable Protection protection) {
    return protection == null ? null : hidden(protection);
  }

  Protection hidden(Protection protection) {
    return new Protection(Set.of(), Set.of(), protection.until());
  }
}
