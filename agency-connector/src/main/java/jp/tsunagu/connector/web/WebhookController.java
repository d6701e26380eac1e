package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.intake.CommandDraft;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Delivery;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** News that could not be passed on to the agency's own system. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/webhooks/dead")
@Tag(name = "Webhook", description = "届けられなかった知らせ")
class WebhookController {

  private final Deliveries deliveries;
  private final CommandDraft draft;
  private final CurrentDirectory directory;

  WebhookController(Deliveries deliveries, CommandDraft draft, CurrentDirectory directory) {
    this.deliveries = deliveries;
    this.directory = directory;
    this.draft = draft;
  }

  /** A dead delivery. */
  record Dead(long id, int attempts, String reason, InboxView item) {}

  @Gives(value = Dead.class, list = "dead")
  @GetMapping
  @Operation(summary = "届けられなかった知らせの一覧(新しい順)")
  @PageParameters
  ResponseEntity<Object> dead(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    int limit = query.limit();
    Cursor cursor = query.cursor(Lists.DEAD, Lists::isNumber);
    return Lists.answered(
        query,
        "dead",
        () -> {
          Long before = cursor == null ? null : Long.valueOf(cursor.id());
          AgencyId agency = ActingAgency.of(request);
          return Page.of(
              deliveries.dead(agency, Delivery.Channel.WEBHOOK, before, limit + 1).stream(),
              limit,
              delivery -> Cursor.after(Lists.DEAD, delivery.id()),
              this::dead);
        });
  }

  private Dead dead(Delivery delivery) {
    return new Dead(
        delivery.id(),
        delivery.attempts(),
        delivery.lastError().orElse(""),
        InboxView.of(delivery.item(), directory.snapshot()));
  }

  @Gives(value = Object.class, status = 202, description = "頼みました")
  @PostMapping("/{id}/resend")
  @Operation(summary = "もう一度届ける", description = "同じ webhook-id で届け直します。")
  ResponseEntity<Object> resend(HttpServletRequest request, @PathVariable long id) {
    AgencyId agency = ActingAgency.of(request);
    return Answers.asked(deliveries.sendAgain(agency, id, draft.now()));
  }
}
