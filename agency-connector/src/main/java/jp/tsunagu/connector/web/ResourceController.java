package jp.tsunagu.connector.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.Matching;
import jp.tsunagu.connector.register.Placement;
import jp.tsunagu.connector.register.Placements;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.register.ResourceForms;
import jp.tsunagu.connector.register.ResourceSearch;
import jp.tsunagu.connector.view.ResourceView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of resources (社会資源): read by every agency, written by each for its own. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "社会資源", description = "参加支援で使う社会資源の登録簿と、マッチング")
class ResourceController {

  private static final String ONE = "/resources/{resourceId}";
  private static final String NO_NAMES = "登録簿はすべての機関が読みます。世帯や利用する人のことは書けません。";

  private final RegisterWork work;
  private final Matching matching;
  private final Placements placements;
  private final Tools tools;
  private final RegisterPosts<SocialResource> register;

  ResourceController(RegisterWork work, Matching matching, Placements placements, Tools tools) {
    this.work = work;
    this.matching = matching;
    this.placements = placements;
    this.tools = tools;
    this.register = new RegisterPosts<>(work, EntryKind.RESOURCE, this::view);
  }

  /** A place that this agency took for a person of the case. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PlacementView", description = "つないだ社会資源(この機関の記録)")
  record Placed(
      @Schema(description = "席の番号") PlaceId placeId,
      @Schema(description = "社会資源の番号") ResourceId resourceId,
      @Schema(description = "世帯員の番号") int person,
      @Schema(description = "ネットワークが席を認めたか") boolean settled,
      @Schema(description = "つないだ日時") Instant takenAt,
      @Schema(description = "返した日時") @Nullable Instant givenBackAt) {

    static Placed of(Placement one) {
      return new Placed(
          one.placeId(),
          one.resourceId(),
          one.person().number(),
          one.isSettled(),
          one.takenAt(),
          one.givenBackAt());
    }
  }

  @Gives(value = ResourceView.class, list = "resources")
  @GetMapping("/resources")
  @Operation(summary = "社会資源を探す", description = "名前の順です。")
  @Parameter(name = "words", in = ParameterIn.QUERY, description = "何を・どんな人に・場所に含まれることば")
  @Parameter(name = "area", in = ParameterIn.QUERY, description = "圏域")
  @Parameter(
      name = "field",
      in = ParameterIn.QUERY,
      description = "分野",
      schema = @Schema(implementation = Field.class))
  @Parameter(
      name = "free",
      in = ParameterIn.QUERY,
      description = "true なら空きのあるものだけ",
      schema = @Schema(type = "boolean"))
  @Parameter(
      name = "ended",
      in = ParameterIn.QUERY,
      description = "true なら提供を終えたものも",
      schema = @Schema(type = "boolean"))
  ResponseEntity<Object> resources(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    String words = query.text("words");
    String area = query.text("area", AreaId::isValid);
    ResourceSearch search =
        new ResourceSearch(
            words == null ? "" : words,
            area == null ? null : new AreaId(area),
            query.choice("field", Field.class),
            Boolean.TRUE.equals(query.flag("free")),
            Boolean.TRUE.equals(query.flag("ended")));
    return query.answered(() -> Answers.ok(register.those(one -> search.fits(one, today()))));
  }

  @Gives(ResourceView.class)
  @GetMapping(ONE)
  @Operation(summary = "社会資源")
  ResponseEntity<Object> resource(@PathVariable String resourceId) {
    return register.one(resourceId);
  }

  @Gives(ResourceView.class)
  @PostMapping("/resources")
  @Operation(summary = "社会資源を登録する", description = NO_NAMES + RegisterPosts.LATE)
  @Takes(ResourceForms.Offer.class)
  @NeedsKey
  ResponseEntity<Object> record(HttpServletRequest request) throws IOException {
    return register.record(request);
  }

  @Gives(ResourceView.class)
  @PostMapping(ONE)
  @Operation(
      summary = "社会資源の内容を変える",
      description = "登録した機関・連絡先の機関・調整窓口だけができます。終えた資源を書くと、また提供します。" + NO_NAMES + RegisterPosts.LATE)
  @Takes(ResourceForms.Change.class)
  @NeedsKey
  ResponseEntity<Object> change(HttpServletRequest request, @PathVariable String resourceId)
      throws IOException {
    return register.change(request, resourceId);
  }

  @Gives(ResourceView.class)
  @PostMapping(ONE + "/end")
  @Operation(
      summary = "社会資源の提供を終える",
      description = "登録した機関・連絡先の機関・調整窓口だけができます。使っている席は、返すまで残ります。" + RegisterPosts.LATE)
  @Takes(ResourceForms.End.class)
  @NeedsKey
  ResponseEntity<Object> end(HttpServletRequest request, @PathVariable String resourceId)
      throws IOException {
    return register.act(request, resourceId, ResourceForms.ENDING);
  }

  @Gives(value = Placed.class, list = "places")
  @GetMapping("/cases/{caseId}/places")
  @Operation(summary = "案件でつないだ社会資源", description = "この機関だけの記録です。ほかの機関には、だれのための席かは伝わりません。")
  ResponseEntity<Object> places(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    return seen(agency, caseId)
        .map(
            view ->
                Answers.ok(
                    Map.of(
                        "places",
                        placements.of(agency, view.caseId()).stream().map(Placed::of).toList())))
        .orElseGet(Answers::missing);
  }

  @Gives(ResourceView.class)
  @PostMapping("/cases/{caseId}/places/{resourceId}")
  @Operation(
      summary = "社会資源につなぐ(マッチング)",
      description =
          "この機関が担う参加支援の、資源開発・マッチングか定着支援の段階でできます。空きが一人分減り、終結すると自動で戻ります。" + RegisterPosts.LATE)
  @Takes(ResourceForms.Match.class)
  @NeedsKey
  ResponseEntity<Object> match(
      HttpServletRequest request, @PathVariable String caseId, @PathVariable String resourceId)
      throws IOException {
    Optional<CaseState> state = seen(ActingAgency.of(request), caseId).flatMap(CaseView::state);
    Optional<SocialResource> found = work.find(EntryKind.RESOURCE, resourceId);
    return state.isEmpty() || found.isEmpty()
        ? Answers.missing()
        : register.post(
            request,
            (agency, key, typed) -> matching.match(agency, found.get(), key, state.get(), typed));
  }

  @Gives(Placed.class)
  @PostMapping("/places/{placeId}/return")
  @Operation(summary = "席を返す", description = "参加支援が終結する前に、つながりが終わったときに使います。")
  ResponseEntity<Object> giveBack(HttpServletRequest request, @PathVariable String placeId) {
    AgencyId agency = ActingAgency.of(request);
    return place(agency, placeId)
        .map(
            placement -> {
              placements.giveBack(agency, placement);
              return placements.find(agency, placement.placeId()).orElse(placement);
            })
        .map(placement -> Answers.ok(Placed.of(placement)))
        .orElseGet(Answers::missing);
  }

  private Optional<Placement> place(AgencyId agency, String id) {
    return Identifiers.isUuid(id)
        ? placements.find(agency, new PlaceId(UUID.fromString(id)))
        : Optional.empty();
  }

  private Optional<CaseView> seen(AgencyId agency, String caseId) {
    return tools.records().lookUp(agency, caseId) instanceof CaseLookup.Found(CaseView view)
        ? Optional.of(view)
        : Optional.empty();
  }

  private ResourceView view(SocialResource one) {
    return ResourceView.of(one, tools.directory().snapshot(), today());
  }

  private LocalDate today() {
    return TokyoTime.dateOf(tools.draft().now());
  }
}
