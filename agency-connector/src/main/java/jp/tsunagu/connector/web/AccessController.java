package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.ChainCheck;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.AccessView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has read what, for who leads the agency; for everybody else there is nothing here. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "閲覧の記録", description = "だれが、いつ、どの欄を、どの根拠で読んだか(機関の責任者だけ)")
class AccessController {

  private final AccessLog log;
  private final ChainCheck chain;
  private final Colleagues colleagues;
  private final CurrentDirectory directory;
  private final Records records;

  AccessController(
      AccessLog log,
      ChainCheck chain,
      Colleagues colleagues,
      Records records,
      CurrentDirectory directory) {
    this.directory = directory;
    this.log = log;
    this.chain = chain;
    this.colleagues = colleagues;
    this.records = records;
  }

  @Gives(value = AccessView.class, list = "accesses")
  @GetMapping("/cases/{caseId}/accesses")
  @Operation(summary = "案件の書類を見た人(新しい順)", description = "この機関の責任者だけが読めます。ほかの人には、案件がないのと同じ答えになります。")
  @PagesOfPart
  ResponseEntity<Object> ofCase(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String caseId,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return caller instanceof Caller.AgencyStaff lead
            && lead.leads()
            && records.lookUp(lead.agency(), caseId) instanceof CaseLookup.Found(CaseView found)
        ? answered(
            lead.agency(),
            parameters,
            (part, before, limit) -> log.ofCase(lead.agency(), found.caseId(), part, before, limit))
        : Answers.missing();
  }

  @Gives(value = AccessView.class, list = "accesses")
  @GetMapping("/referrals/{referralId}/accesses")
  @Operation(summary = "連絡の書類を見た人(新しい順)", description = "この機関の責任者だけが読めます。ほかの人には、連絡がないのと同じ答えになります。")
  @PagesOfPart
  ResponseEntity<Object> ofReferral(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String referralId,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return caller instanceof Caller.AgencyStaff lead && lead.leads()
        ? records
            .findReferral(lead.agency(), referralId)
            .map(view -> view.referral().referralId())
            .map(
                leg ->
                    answered(
                        lead.agency(),
                        parameters,
                        (part, before, limit) ->
                            log.ofReferral(lead.agency(), leg, part, before, limit)))
            .orElseGet(Answers::missing)
        : Answers.missing();
  }

  /** Documents that a page of the log can be about one part. */
  @Parameter(
      name = "part",
      in = ParameterIn.QUERY,
      description = "この欄を読んだ記録だけ(例 person-1)",
      schema = @Schema(type = "string"))
  @PageParameters
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  private @interface PagesOfPart {}

  /** A page of the log. */
  @FunctionalInterface
  private interface Entries {
    List<AccessEntry> read(@Nullable String part, long before, int limit);
  }

  private ResponseEntity<Object> answered(
      AgencyId agency, MultiValueMap<String, String> parameters, Entries entries) {
    Query query = new Query(parameters);
    String part = query.text("part");
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.ACCESSES, Lists::isNumber);
    return Lists.answered(
        query,
        "accesses",
        () -> {
          long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.id());
          Map<String, Colleague> known = colleagues.byAccount(agency);
          return Page.of(
              entries.read(part, before, limit + 1).stream(),
              limit,
              entry -> Cursor.after(Lists.ACCESSES, entry.number()),
              entry -> AccessView.of(entry, known, directory.snapshot()));
        });
  }

  /**
   * Whether the log is as it was written.
   *
   * @param entries how many there are
   * @param last number of the last one
   * @param end beginning of its hash, to be noted elsewhere
   * @param brokenAt the first entry that does not fit
   */
  @Schema(name = "AccessLogCheck", description = "閲覧の記録の検査")
  record Checked(
      @Schema(description = "書かれたままか") boolean whole,
      @Schema(description = "記録の件数") @Nullable Long entries,
      @Schema(description = "最後の番号") @Nullable Long last,
      @Schema(description = "最後の記録のハッシュの初め16桁。よそに控えると、後で突き合わせられます。") @Nullable String end,
      @Schema(description = "合わない最初の番号") @Nullable Long brokenAt,
      @Schema(description = "どう合わないか") @Nullable String problem) {

    static Checked of(ChainCheck.Verdict verdict) {
      return switch (verdict) {
        case ChainCheck.Verdict.Whole(long entries, long last, String end) ->
            new Checked(true, entries, last, end, null, null);
        case ChainCheck.Verdict.Broken(long number, ChainCheck.Fault fault) ->
            new Checked(false, null, null, null, number, fault.label());
      };
    }
  }

  @Gives(Checked.class)
  @GetMapping("/access-log/check")
  @Operation(
      summary = "閲覧の記録を検査する",
      description = "記録の鎖を端から端まで確かめ、書き換え・抜けがあれば、その最初の番号を答えます。この機関の責任者だけが使えます。")
  ResponseEntity<Object> check(@Parameter(hidden = true) Caller caller) {
    return caller instanceof Caller.AgencyStaff lead && lead.leads()
        ? Answers.ok(Checked.of(chain.check(lead.agency())))
        : Answers.missing();
  }
}
