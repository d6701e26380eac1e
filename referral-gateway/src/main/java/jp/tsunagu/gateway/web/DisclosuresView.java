package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.gateway.view.Disclosure;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "保護案件の書類が、だれに、いつ、どの版で渡ったか")
record DisclosuresView(
    @Flat CaseName name,
    @Schema(description = "渡った書類。古い順") List<DisclosureView> disclosures,
    @Schema(description = "不完全な場合だけ、その理由") @Nullable String incomplete) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "渡った書類の一つの版")
  record DisclosureView(
      @Schema(description = "第何版か。1から") int version,
      @Schema(description = "書類番号") UUID dossierId,
      @Schema(description = "どのできごとで渡ったか") Coded with,
      @Schema(description = "連絡番号。連絡に付かない書類にはない") @Nullable UUID referralId,
      @Schema(description = "渡した機関") NamedAgency sender,
      @Schema(description = "渡した時刻") Instant sentAt,
      @Schema(description = "部分ごとの受け手") List<PartView> parts,
      @Schema(description = "開封の記録。連絡の開封だけが記録され、その後に届いた書類にはない") List<OpeningView> openings) {

    static DisclosureView of(Disclosure disclosure, Names names) {
      ReferralId leg = disclosure.referral();
      return new DisclosureView(
          disclosure.version(),
          disclosure.dossier().dossierId().value(),
          names.event(disclosure.with()),
          leg == null ? null : leg.value(),
          names.agency(disclosure.dossier().sender()),
          disclosure.with().header().recordedAt(),
          disclosure.dossier().parts().stream().map(part -> PartView.of(part, names)).toList(),
          disclosure.openedAt().entrySet().stream()
              .map(each -> new OpeningView(names.agency(each.getKey()), each.getValue()))
              .toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "書類の一部分")
  record PartView(
      @Schema(description = "種類") Coded kind,
      @Schema(description = "だれについてか") @Nullable String person,
      @Schema(description = "共有の根拠") @Nullable Coded basis,
      @Schema(description = "根拠が法令のとき、その条文") @Nullable Coded statute,
      @Schema(description = "受け手") List<NamedAgency> recipients) {

    static PartView of(PartOutline part, Names names) {
      PersonRef person = part.person();
      SharingBasis basis = part.basis();
      BasisKind kind = basis == null ? null : basis.kind();
      Statute statute = basis == null ? null : basis.statute();
      return new PartView(
          Coded.of(part.kind()),
          person == null ? null : person.toString(),
          kind == null ? null : Coded.of(kind),
          statute == null ? null : Coded.of(statute),
          names.agencies(part.recipients()));
    }
  }

  @Schema(description = "開封")
  record OpeningView(
      @Schema(description = "開封した機関") NamedAgency agency,
      @Schema(description = "開封の実際の時刻") Instant openedAt) {}

  static DisclosuresView of(
      CaseState state, List<Disclosure> all, Names names, @Nullable String incomplete) {
    return new DisclosuresView(
        CaseName.of(state),
        all.stream().map(disclosure -> DisclosureView.of(disclosure, names)).toList(),
        incomplete);
  }
}
