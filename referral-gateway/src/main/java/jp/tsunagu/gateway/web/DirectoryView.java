package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import org.jspecify.annotations.Nullable;

@Schema(description = "ネットワークの参加機関と選択肢。載っていない相手には送れない")
record DirectoryView(
    @Schema(description = "ネットワーク") Coded network,
    @Schema(description = "調整窓口") NamedAgency desk,
    @Schema(description = "参加機関") List<AgencyEntry> agencies,
    @Schema(description = "圏域") List<Coded> areas,
    @Schema(description = "分野") List<Coded> fields,
    @Schema(description = "緊急度と回答期限") List<UrgencyEntry> urgencies,
    @Schema(description = "連絡の種類") List<Coded> modes,
    @Schema(description = "受入不可の理由") List<ReasonEntry> declineReasons,
    @Schema(description = "差戻しの理由") List<ReasonEntry> sendBackReasons,
    @Schema(description = "スクリーニングの理由") List<ReasonEntry> screeningReasons,
    @Schema(description = "紹介元") List<ReasonEntry> introducers) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "参加機関")
  record AgencyEntry(
      @Schema(description = "機関ID") String id,
      @Schema(description = "名称") String name,
      @Schema(description = "種別") Coded kind,
      @Schema(description = "会議の統計で数える分野") Coded statisticsField,
      @Schema(description = "参加のしかた") Coded participation,
      @Schema(description = "圏域。空なら全域") List<Coded> areas,
      @Schema(description = "多機関協働事業者になれる") boolean mayCoordinate,
      @Schema(description = "閉庁時の当番の連絡先") @Nullable String dutyContact,
      @Schema(description = "公開鍵を届け出ている") boolean hasKey) {

    static AgencyEntry of(Agency agency, Names names) {
      return new AgencyEntry(
          agency.agencyId().value(),
          agency.name(),
          Coded.of(agency.kind()),
          Coded.of(agency.statisticsField()),
          Coded.of(agency.participation()),
          agency.areas().stream().sorted().map(names::area).toList(),
          agency.mayCoordinate(),
          agency.dutyContact(),
          !names.directory().keys(agency.agencyId()).isEmpty());
    }
  }

  @Schema(description = "選べる理由")
  record ReasonEntry(
      @Schema(description = "コード") String code,
      @Schema(description = "名前") String label,
      @Schema(description = "説明文が必要") boolean noteRequired) {

    static List<ReasonEntry> of(List<Reason> reasons) {
      return reasons.stream()
          .map(reason -> new ReasonEntry(reason.code(), reason.label(), reason.noteRequired()))
          .toList();
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "緊急度と回答期限。時間(暦)か開庁日のどちらか")
  record UrgencyEntry(
      @Schema(description = "コード") String code,
      @Schema(description = "名前") String label,
      @Schema(description = "期限(時間)") @Nullable Integer hours,
      @Schema(description = "期限(開庁日)") @Nullable Integer openDays) {

    static UrgencyEntry of(Urgency urgency, List<Deadline> deadlines) {
      Deadline deadline =
          deadlines.stream().filter(each -> each.urgency() == urgency).findFirst().orElse(null);
      return new UrgencyEntry(
          urgency.name(),
          urgency.label(),
          deadline == null ? null : deadline.hours(),
          deadline == null ? null : deadline.openDays());
    }
  }

  static DirectoryView of(Names names) {
    NetworkSettings settings = names.settings();
    return new DirectoryView(
        new Coded(settings.networkId().value(), settings.name()),
        names.agency(settings.deskId()),
        names.directory().agencies().stream().map(each -> AgencyEntry.of(each, names)).toList(),
        settings.areas().stream().map(area -> names.area(area.areaId())).toList(),
        Codes.choices(Field.class),
        Arrays.stream(Urgency.values())
            .map(urgency -> UrgencyEntry.of(urgency, settings.deadlines()))
            .toList(),
        Codes.choices(ReferralMode.class),
        ReasonEntry.of(settings.declineReasons()),
        ReasonEntry.of(settings.sendBackReasons()),
        ReasonEntry.of(settings.screeningReasons()),
        ReasonEntry.of(settings.introducers()));
  }
}
