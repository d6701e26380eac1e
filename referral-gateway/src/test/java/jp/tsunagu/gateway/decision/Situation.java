package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;

/** Where a case can stand when a command comes: the rows of the (state × command) table. */
enum Situation {
  NOTHING("まだない", story -> {}),
  RECEIVED("受付", Commands::received),
  SUPPORT_ENDED(
      "受付機関の支援終了",
      story -> {
        Commands.received(story);
        story.does(HIGASHI, h -> new EndSupport(h, CompletionOutcome.SETTLED));
      }),
  SUBMITTED("振り分け待ち", Commands::submitted),
  TRIAGED(
      "振り分け済み",
      story -> {
        Commands.submitted(story);
        story.does(DESK, h -> new TriageReferral(h, ONE, SHOGAI, ReferralMode.TOGETHER, null));
      }),
  SENT("送付", story -> Commands.sent(story, ReferralMode.TOGETHER)),
  ARRIVED(
      "到達",
      story -> {
        SENT.play(story);
        story.does(SHOGAI, h -> new ReportArrival(h, ONE));
      }),
  OPENED(
      "開封",
      story -> {
        ARRIVED.play(story);
        story.does(SHOGAI, h -> new OpenReferral(h, ONE));
      }),
  ASKED(
      "開封・照会中",
      story -> {
        OPENED.play(story);
        story.does(SHOGAI, h -> new AskInformation(h, ONE, null));
      }),
  AWAITING_DOSSIER(
      "開封・書類待ち",
      story -> {
        OPENED.play(story);
        story.does(SHOGAI, h -> new RequestDossier(h, ONE, Sealing.dossierId(1)));
      }),
  DUE_SOON(
      "開封・期限接近",
      story -> {
        OPENED.play(story);
        story.timePasses("2026-09-15T12:00");
      }),
  ESCALATED(
      "開封・期限超過",
      story -> {
        OPENED.play(story);
        story.timePasses("2026-09-18T12:00");
      }),
  ACCEPTED(
      "受理",
      story -> {
        OPENED.play(story);
        story.does(SHOGAI, h -> new AcceptReferral(h, ONE, null));
      }),
  ACCEPTED_AND_ASKED(
      "受理・照会中",
      story -> {
        ACCEPTED.play(story);
        story.does(SHOGAI, h -> new AskInformation(h, ONE, null));
      }),
  WITHDRAWAL_REQUESTED(
      "受理・取下げ依頼中",
      story -> {
        ACCEPTED.play(story);
        story.does(HIGASHI, h -> new RequestWithdrawal(h, ONE));
      }),
  IN_CONTACT(
      "支援中",
      story -> {
        ACCEPTED.play(story);
        story.does(SHOGAI, h -> new MakeFirstContact(h, ONE));
      }),
  HANDED_OVER("送付(引継ぎ)", story -> Commands.sent(story, ReferralMode.HANDOVER)),
  ADVICE_ASKED("送付(助言)", story -> Commands.sent(story, ReferralMode.ADVICE)),
  COMPLETED(
      "終了",
      story -> {
        IN_CONTACT.play(story);
        story.does(SHOGAI, h -> new CompleteReferral(h, ONE, CompletionOutcome.SETTLED, null));
      }),
  DECLINED(
      "受入不可",
      story -> {
        OPENED.play(story);
        story.does(SHOGAI, h -> new DeclineReferral(h, ONE, "full", null));
      }),
  DECLINED_AND_CONTINUED(
      "受入不可・続きあり",
      story -> {
        DECLINED.play(story);
        story.does(
            HIGASHI, h -> Commands.send(h, Commands.TWO, SHAKYO, ReferralMode.TOGETHER, ONE, null));
      }),
  FORWARDED(
      "つなぎ直し",
      story -> {
        OPENED.play(story);
        story.does(
            SHOGAI,
            h -> new ForwardReferral(h, ONE, Commands.TWO, SHAKYO, ReferralMode.TOGETHER, null));
      }),
  SENT_BACK(
      "差戻し",
      story -> {
        OPENED.play(story);
        story.does(SHOGAI, h -> new SendBackReferral(h, ONE, "information-missing", null));
      }),
  WITHDRAWN(
      "取下げ",
      story -> {
        OPENED.play(story);
        story.does(HIGASHI, h -> new WithdrawReferral(h, ONE));
      }),
  SENT_AND_RECEIVER_LEFT(
      "送付・宛先が名簿から外れた",
      story -> {
        SENT.play(story);
        story.leave(SHOGAI);
      }),
  IN_CONTACT_AND_RECEIVER_LEFT(
      "支援中・宛先が名簿から外れた",
      story -> {
        IN_CONTACT.play(story);
        story.leave(SHOGAI);
      }),
  DECLINED_AND_SENDER_LEFT(
      "受入不可・送り手が名簿から外れた",
      story -> {
        DECLINED.play(story);
        story.leave(HIGASHI);
      }),
  COORDINATION_REQUESTED(
      "支援中・調整依頼",
      story -> {
        IN_CONTACT.play(story);
        story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
      }),
  COORDINATED(
      "支援中・多機関協働",
      story -> {
        COORDINATION_REQUESTED.play(story);
        story.does(DESK, AcceptCoordination::new);
      }),
  INQUIRY_SENT(
      "支援中・情報収集の依頼中",
      story -> {
        COORDINATED.play(story);
        story.does(DESK, h -> Commands.inquire(h, DESK, 60, 1, SHAKYO));
      }),
  HANDED_BACK(
      "つなぎ戻しの送付",
      story -> {
        Commands.received(story);
        story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
        story.does(DESK, AcceptCoordination::new);
        story.does(DESK, h -> Commands.handBack(h, ONE, SHOGAI));
      }),
  COORDINATION_CLOSED(
      "支援中・多機関協働の終結",
      story -> {
        COORDINATED.play(story);
        story.does(DESK, h -> new CloseCoordination(h, List.of(new Lead(null, SHOGAI))));
      }),
  MEMBERS_APPOINTED(
      "支援中・支援会議の構成員",
      story -> {
        COORDINATED.play(story);
        story.does(DESK, h -> new AppointMember(h, SHOGAI));
        story.does(DESK, h -> new AppointMember(h, HOKENSHO));
      }),
  MEETING_ASKED(
      "会議の相談",
      story -> {
        MEMBERS_APPOINTED.play(story);
        story.does(HIGASHI, h -> Meetings.ask(h, 1, Meetings.SUPPORT, Set.of(2)));
      }),
  DATES_ASKED(
      "日程調整",
      story -> {
        MEETING_ASKED.play(story);
        story.does(AgencyId.SCHEDULER, h -> Meetings.askForDates(h, Meetings.DAYS));
      }),
  MEETING_ANNOUNCED(
      "会議の開催通知",
      story -> {
        MEETING_ASKED.play(story);
        story.does(
            AgencyId.SCHEDULER, h -> Meetings.publish(h, Meetings.ITEM, Meetings.OCTOBER, 1));
      }),
  MEETING_HELD(
      "会議の開催",
      story -> {
        MEETING_ANNOUNCED.play(story);
        story.does(
            AgencyId.SCHEDULER,
            h -> Meetings.held(h, Meetings.ITEM, Meetings.OCTOBER, SHOGAI, HIGASHI));
      }),
  MEETING_DECIDED(
      "会議の決定",
      story -> {
        MEETING_HELD.play(story);
        story.does(
            AgencyId.SCHEDULER,
            h ->
                Meetings.decide(
                    h,
                    Meetings.ITEM,
                    Meetings.OCTOBER,
                    ItemOutcome.SUPPORT_POLICY_SET,
                    null,
                    SHOGAI));
      }),
  PARTICIPATION_JUDGED(
      "参加支援が必要と判断",
      story -> {
        COORDINATED.play(story);
        var item = Meetings.request(7);
        story.does(DESK, h -> Meetings.ask(h, 7, Meetings.PLAN, Set.of(1), SHOGAI));
        story.does(AgencyId.SCHEDULER, h -> Meetings.publish(h, item, Meetings.PLAN_DECEMBER, 1));
        story.does(AgencyId.SCHEDULER, h -> Meetings.held(h, item, Meetings.PLAN_DECEMBER, SHOGAI));
        story.does(AgencyId.SCHEDULER, h -> Meetings.judge(h, item, Meetings.PLAN_DECEMBER));
      }),
  PARTICIPATING(
      "参加支援中",
      story -> {
        PARTICIPATION_JUDGED.play(story);
        story.does(
            DESK,
            h ->
                Commands.begin(h, SideKind.PARTICIPATION, 1, SHOGAI, SideReason.NO_PROGRAMME_FITS));
      }),
  REACHING_OUT(
      "アウトリーチ中",
      story -> {
        IN_CONTACT.play(story);
        story.does(HIGASHI, h -> Commands.reachOut(h, 1));
      }),
  STAYING_IN_CONTACT(
      "つながり続ける(伴走)",
      story -> {
        REACHING_OUT.play(story);
        story.does(HIGASHI, h -> Commands.end(h, SideKind.OUTREACH, 1, ContactRhythm.QUARTERLY));
      }),
  CONSENT_WITHDRAWN(
      "支援中・同意撤回",
      story -> {
        IN_CONTACT.play(story);
        story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of()));
      }),
  PROTECTED(
      "支援中・保護",
      story -> {
        IN_CONTACT.play(story);
        story.does(HIGASHI, h -> Commands.protect(h, Set.of(SHAKYO)));
      }),
  PROTECTION_LIFTED(
      "支援中・保護解除",
      story -> {
        PROTECTED.play(story);
        story.does(HIGASHI, LiftProtection::new);
      });

  private final String label;
  private final Consumer<Story> plot;

  Situation(String label, Consumer<Story> plot) {
    this.label = label;
    this.plot = plot;
  }

  /** What a person reads. */
  String label() {
    return label;
  }

  /** A case that stands here. */
  Story story() {
    Story story = Story.beginning("2026-09-03T10:20");
    play(story);
    return story;
  }

  private void play(Story story) {
    plot.accept(story);
  }
}
