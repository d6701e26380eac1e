package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.gateway.view.CaseHistory;
import jp.tsunagu.gateway.view.CaseHistory.Moment;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "案件の経過。asAt を付けると、その時点で分かっていたことだけ")
record TimelineView(
    @Flat CaseName name,
    @Schema(description = "いつの時点か。なければ今") @Nullable Instant asAt,
    @Schema(description = "その時点の状態。まだ関わっていなければ出ない") @Nullable CaseView state,
    @Schema(description = "できごと。古い順") List<EventView> events,
    @Schema(description = "不完全な場合だけ、その理由") @Nullable String incomplete) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "できごと")
  record EventView(
      @Schema(description = "できごとの番号") UUID eventId,
      @Schema(description = "案件の中の順番。調整窓口と管理者だけ") @Nullable Long sequence,
      @Schema(description = "種類") Coded type,
      @Schema(description = "連絡番号") @Nullable UUID referralId,
      @Schema(description = "この後の段階") @Nullable Coded stageAfter,
      @Flat By by,
      @Flat Times times,
      @Schema(description = "内容") List<Fact> facts) {

    static EventView of(Moment moment, boolean general, Names names) {
      CaseEvent event = moment.event();
      EventHeader header = event.header();
      ReferralId leg = leg(event);
      return new EventView(
          header.eventId().value(),
          general ? header.sequence() : null,
          names.event(event),
          leg == null ? null : leg.value(),
          leg == null ? null : stage(moment.after(), leg),
          By.of(header.by(), names),
          Times.of(header.times()),
          EventFacts.of(event, names));
    }

    private static @Nullable ReferralId leg(CaseEvent event) {
      if (event instanceof CaseHandedBack handedBack) {
        return handedBack.referralId();
      }
      return event instanceof ReferralEvent referral ? referral.referralId() : null;
    }

    private static @Nullable Coded stage(CaseState after, ReferralId leg) {
      return after
          .referral(leg)
          .map(Referral::stage)
          .map(stage -> Coded.of(StageCode.of(stage)))
          .orElse(null);
    }
  }

  /** Who acted, and for whom. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record By(
      @Schema(description = "操作した機関") NamedAgency actor,
      @Schema(description = "代行入力の本来の参加者") @Nullable NamedAgency onBehalfOf) {

    static By of(ActedBy by, Names names) {
      AgencyId onBehalfOf = by.onBehalfOf();
      return new By(names.agency(by.actor()), onBehalfOf == null ? null : names.agency(onBehalfOf));
    }
  }

  /** When it happened, was decided and was written down. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Times(
      @Schema(description = "実際の時刻") Instant occurredAt,
      @Schema(description = "記録の時刻") Instant recordedAt,
      @Schema(description = "入力の時刻") Instant enteredAt,
      @Schema(description = "電話の時刻") @Nullable Instant phonedAt) {

    static Times of(EventTimes times) {
      return new Times(times.occurredAt(), times.recordedAt(), times.enteredAt(), times.phonedAt());
    }
  }

  static TimelineView of(
      CaseState known,
      @Nullable Instant asAt,
      CaseHistory history,
      boolean general,
      Names names,
      @Nullable String incomplete,
      LocalDate today) {
    CaseState state = history.state();
    return new TimelineView(
        CaseName.of(known),
        asAt,
        state == null ? null : CaseView.of(state, general, names, null, today),
        history.moments().stream().map(moment -> EventView.of(moment, general, names)).toList(),
        incomplete);
  }
}
