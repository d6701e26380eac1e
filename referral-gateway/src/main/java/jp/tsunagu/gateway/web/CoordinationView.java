package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCode;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "多機関協働")
record CoordinationView(
    @Schema(description = "なし・調整依頼中・多機関協働中・多機関協働は終結") Coded state,
    @Schema(description = "多機関協働事業者") @Nullable NamedAgency coordinator,
    @Schema(description = "依頼した機関") @Nullable NamedAgency requestedBy,
    @Schema(description = "支援決定済み") @Nullable Boolean supportDecided,
    @Schema(description = "主担当") @Nullable List<LeadView> leads) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "主担当。person がなければ世帯全体")
  record LeadView(@Nullable String person, NamedAgency agency) {}

  static CoordinationView of(Coordination coordination, Names names) {
    Coded state = Coded.of(CoordinationCode.of(coordination));
    return switch (coordination) {
      case Coordination.None _ -> new CoordinationView(state, null, null, null, null);
      case Coordination.Requested(AgencyId coordinator, AgencyId by, _) ->
          new CoordinationView(state, names.agency(coordinator), names.agency(by), null, null);
      case Coordination.Open(AgencyId coordinator, AgencyId by, boolean decided, _) ->
          new CoordinationView(state, names.agency(coordinator), names.agency(by), decided, null);
      case Coordination.Closed(AgencyId coordinator, AgencyId by, List<Lead> leads) ->
          new CoordinationView(
              state, names.agency(coordinator), names.agency(by), null, leads(leads, names));
    };
  }

  private static List<LeadView> leads(List<Lead> leads, Names names) {
    return leads.stream()
        .map(
            lead ->
                new LeadView(
                    lead.person() == null ? null : lead.person().toString(),
                    names.agency(lead.agency())))
        .toList();
  }
}
