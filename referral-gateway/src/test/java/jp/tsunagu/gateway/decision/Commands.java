package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RecordNotification;
import jp.tsunagu.contract.lifecycle.ContactKind;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.lifecycle.InquiryUnable;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.NotifiedOffice;
import jp.tsunagu.contract.lifecycle.PaperCommand.HandOutPapers;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.lifecycle.SideCommand.BeginSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.RecordContact;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** Commands and beginnings that many tests share. */
final class Commands {
  static final ReferralId ONE = Story.leg(1);
  static final ReferralId TWO = Story.leg(2);
  static final ReferralId THREE = Story.leg(3);

  private Commands() {}

  static ReceiveConsultation receive(CommandHeader header, int persons, Field... fields) {
    return new ReceiveConsultation(
        header,
        new Reception(Set.of(fields), Town.EAST, Urgency.NORMAL, ReceptionKind.NEW, null),
        persons,
        null);
  }

  /** 東部包括 received a household of two; the first consented to nearly everybody. */
  static void received(Story story) {
    story.does(HIGASHI, h -> receive(h, 2, Field.ELDERLY_CARE, Field.OTHER));
    story.does(
        HIGASHI, h -> consent(h, 1, 1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI, SHAKYO, DESK));
    story.does(
        HIGASHI, h -> consent(h, 2, 1, ConsentPurpose.COORDINATION, SHOGAI, SHAKYO, DESK, HIGASHI));
  }

  static void submitted(Story story) {
    received(story);
    story.does(HIGASHI, h -> new SubmitSheet(h, ONE, Urgency.NORMAL, about(1, HIGASHI, DESK)));
  }

  static void sent(Story story, ReferralMode mode) {
    received(story);
    story.does(HIGASHI, h -> send(h, ONE, SHOGAI, mode, null, about(1, HIGASHI, SHOGAI)));
  }

  /** A note and the first person's details, on consent. */
  static SealedDossier about(int number, AgencyId sender, AgencyId receiver) {
    return Sealing.dossier(
        number,
        sender,
        Sealing.note(receiver, sender),
        Sealing.person(
            1,
            SharingBasis.CONSENT,
            Set.of(DetailKind.IDENTITY, DetailKind.CARE),
            receiver,
            sender));
  }

  static SendReferral send(
      CommandHeader header,
      ReferralId id,
      AgencyId receiver,
      ReferralMode mode,
      @Nullable ReferralId continues,
      @Nullable SealedDossier dossier) {
    return new SendReferral(header, id, receiver, mode, Urgency.NORMAL, continues, dossier);
  }

  static RecordConsent consent(
      CommandHeader header,
      int number,
      int person,
      ConsentPurpose purpose,
      AgencyId... recipients) {
    return new RecordConsent(
        header,
        Story.consent(number),
        new ConsentTerms(
            Story.person(person),
            purpose,
            Set.of(DetailKind.IDENTITY, DetailKind.CONTACT, DetailKind.CARE, DetailKind.HOUSEHOLD),
            Set.of(recipients),
            Set.of(),
            ConsentMethod.WRITTEN,
            TokyoTime.dateOf(header.enteredAt()),
            null));
  }

  static HandBackCase handBack(CommandHeader header, ReferralId id, AgencyId receiver) {
    return new HandBackCase(
        header, id, receiver, Urgency.NORMAL, new Settled(new Lead(null, receiver)), null, null);
  }

  /** A sheet of this form of today about these persons; nothing travels with it. */
  static RecordForm form(CommandHeader header, KnownForm form, Integer... persons) {
    return new RecordForm(
        header,
        new FormRef(form.formId(), 1),
        TokyoTime.dateOf(header.occurredAt()),
        Stream.of(persons).map(Story::person).collect(Collectors.toSet()),
        form.isOfAMeeting() ? Meetings.ITEM : null,
        null);
  }

  /** A plan for who was called to the first item, with nothing sealed. */
  static HandOutPapers handOut(CommandHeader header) {
    return new HandOutPapers(
        header,
        Meetings.ITEM,
        new FormRef(KnownForm.PLAN.formId(), 1),
        1,
        Set.of(HIGASHI, Town.SHAKYO),
        null);
  }

  /** 東部包括 has known the person before and reaches out itself. */
  static BeginSideSupport reachOut(CommandHeader header, int person) {
    return begin(header, SideKind.OUTREACH, person, HIGASHI, SideReason.KNOWN_BEFORE);
  }

  static BeginSideSupport begin(
      CommandHeader header, SideKind kind, int person, AgencyId provider, SideReason reason) {
    return new BeginSideSupport(header, new SideFlow(kind, Story.person(person), provider), reason);
  }

  static MoveSideSupport move(CommandHeader header, SideKind kind, int person, SideStage stage) {
    return new MoveSideSupport(header, kind, Story.person(person), stage, null, null);
  }

  static RecordContact contact(
      CommandHeader header, SideKind kind, int person, ContactKind contact) {
    return new RecordContact(header, kind, Story.person(person), contact, null);
  }

  static EndSideSupport end(
      CommandHeader header, SideKind kind, int person, @Nullable ContactRhythm rhythm) {
    return new EndSideSupport(header, kind, Story.person(person), null, rhythm, null, null);
  }

  /** An agency is asked about a person within three weeks; the question names no one. */
  static AskAgencies inquire(
      CommandHeader header, AgencyId asker, int dossier, int person, AgencyId... agencies) {
    return new AskAgencies(
        header,
        Set.of(agencies),
        Set.of(Story.person(person)),
        TokyoTime.dateOf(header.enteredAt()).plusDays(21),
        Sealing.dossier(dossier, asker, Sealing.note(with(asker, agencies))));
  }

  private static AgencyId[] with(AgencyId asker, AgencyId... agencies) {
    return Stream.concat(Stream.of(asker), Stream.of(agencies)).toArray(AgencyId[]::new);
  }

  /** An answer that names no one. */
  static AnswerInquiry inform(CommandHeader header, AgencyId agency, int dossier, AgencyId asker) {
    return new AnswerInquiry(
        header, null, Sealing.dossier(dossier, agency, Sealing.note(asker, agency)));
  }

  static AnswerInquiry cannotInform(CommandHeader header, @Nullable InquiryUnable why) {
    return new AnswerInquiry(header, why, null);
  }

  /** Of a call that was made just before it is recorded. */
  static RecordNotification notification(CommandHeader header) {
    CommandHeader phoned =
        new CommandHeader(
            header.commandId(),
            header.caseId(),
            header.enteredAt(),
            header.occurredAt(),
            header.enteredAt(),
            header.onBehalfOf());
    return new RecordNotification(
        phoned,
        NotifiedOffice.CHILD_GUIDANCE_CENTER,
        Statute.CHILD_ABUSE_PREVENTION_6,
        Set.of(Story.person(1)));
  }

  static ProtectCase protect(CommandHeader header, Set<AgencyId> excluded) {
    return new ProtectCase(
        header, new Protection(Set.of(HOKENSHO), excluded, LocalDate.of(2027, 3, 31)));
  }
}
