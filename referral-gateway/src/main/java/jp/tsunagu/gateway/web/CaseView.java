package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.SharingStop;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.gateway.view.CaseIndex;
import jp.tsunagu.runtime.aside.Incomplete;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "案件。自分が関わる部分だけが入る")
record CaseView(
    @Flat CaseName name,
    @Flat Standing standing,
    @Schema(description = "相談受付") @Nullable ConsultationView consultation,
    @Schema(description = "連絡。新しい順ではなく送られた順") List<ReferralView> referrals,
    @Flat Together together,
    @Schema(description = "共有停止の求めと回答") List<StopView> sharingStops,
    @Schema(description = "不完全な場合だけ、その理由") @Nullable String incomplete) {

  /** Who works on it together, and what runs beside it. */
  record Together(
      @Schema(description = "多機関協働") CoordinationView coordination,
      @Schema(description = "参加支援・アウトリーチ") List<SideView> beside,
      @Schema(description = "情報収集の依頼。機関ごと") List<InquiryView> inquiries,
      @Schema(description = "支援会議の構成員") List<NamedAgency> members) {

    static Together of(CaseState state, Names names) {
      return new Together(
          CoordinationView.of(state.coordination(), names),
          state.sides().stream().map(side -> SideView.of(side, names)).toList(),
          state.inquiries().stream().map(one -> InquiryView.of(one, names)).toList(),
          names.agencies(state.members()));
    }
  }

  /** Whether it goes on, and how it is protected. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Standing(
      @Schema(description = "最後のできごとの番号。調整窓口と管理者だけ") @Nullable Long sequence,
      @Schema(description = "まだ続いている") boolean open,
      @Schema(description = "保護案件") @JsonProperty("protected") boolean isProtected,
      @Schema(description = "保護の内容。保護案件だけ") @Nullable ProtectionView protection) {

    static Standing of(CaseState state, boolean general, Names names, LocalDate today) {
      return new Standing(
          general ? state.sequence() : null,
          CaseIndex.isOpen(state),
          state.isProtected(),
          ProtectionView.of(state.protection(), general, names, today));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "相談受付")
  record ConsultationView(
      @Schema(description = "受け付けた機関") NamedAgency receivedBy,
      @Schema(description = "受付時の分野") List<Coded> fields,
      @Schema(description = "確定後の分野") @Nullable List<Coded> settledFields,
      @Flat ReceptionView reception,
      @Schema(description = "世帯員の人数") int persons,
      @Schema(description = "受付の時刻") Instant receivedAt,
      @Schema(description = "受付機関の支援の終わり方") @Nullable Coded supportEnded) {

    static ConsultationView of(Consultation consultation, int persons, Names names) {
      var settled = consultation.settledFields();
      CompletionOutcome ended = consultation.supportEnded();
      return new ConsultationView(
          names.agency(consultation.receivedBy()),
          Names.coded(consultation.reception().fields()),
          settled == null ? null : Names.coded(settled),
          ReceptionView.of(consultation.reception(), names),
          persons,
          consultation.receivedAt(),
          ended == null ? null : Coded.of(ended));
    }
  }

  /** How the household came. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReceptionView(
      @Schema(description = "圏域") Coded area,
      @Schema(description = "緊急度") Coded urgency,
      @Schema(description = "新規・継続") Coded kind,
      @Schema(description = "紹介元") @Nullable Coded introducedBy) {

    static ReceptionView of(Reception reception, Names names) {
      String introducer = reception.introducedBy();
      return new ReceptionView(
          names.area(reception.area()),
          Coded.of(reception.urgency()),
          Coded.of(reception.kind()),
          introducer == null ? null : names.code(CodeList.INTRODUCERS, introducer));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "共有停止の求め")
  record StopView(
      @Schema(description = "世帯員") String person,
      @Schema(description = "求められた機関") NamedAgency holder,
      @Schema(description = "求めの時刻") Instant requestedAt,
      @Schema(description = "回答。まだなら出ない") @Nullable Coded answer) {

    static StopView of(SharingStop stop, Names names) {
      StopAnswer answer = stop.answer();
      return new StopView(
          stop.person().toString(),
          names.agency(stop.holder()),
          stop.requestedAt(),
          answer == null ? null : Coded.of(answer));
    }
  }

  /** Why a case is 不完全; nothing where it is whole. */
  static @Nullable String incomplete(boolean isIncomplete) {
    return isIncomplete ? Incomplete.CASE : null;
  }

  /** Of a state already narrowed to what its reader may see. */
  static CaseView of(
      CaseState state, boolean general, Names names, @Nullable String incomplete, LocalDate today) {
    Consultation consultation = state.consultation();
    return new CaseView(
        CaseName.of(state),
        Standing.of(state, general, names, today),
        consultation == null ? null : ConsultationView.of(consultation, state.persons(), names),
        state.referrals().stream().map(leg -> ReferralView.of(state, leg, names)).toList(),
        Together.of(state, names),
        state.stops().stream().map(stop -> StopView.of(stop, names)).toList(),
        incomplete);
  }
}
