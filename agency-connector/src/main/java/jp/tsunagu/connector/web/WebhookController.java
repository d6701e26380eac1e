package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Delivery;
import jp.tsunagu.connector.view.InboxView;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** News that could not be passed on to the agency's own system. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/webhooks/dead")
@Tag(name = "Webhook", description = "届けられなかった知らせ")
class WebhookController {

  private static final int MOST = 500;

  private final Deliveries deliveries;
  private final Toolbox tools;

  WebhookController(Deliveries deliveries, Toolbox tools) {
    this.deliveries = deliveries;
    this.tools = tools;
  }

  /** A dead delivery. */
  record Dead(long id, int attempts, String reason, InboxView item) {}

  @GetMapping
  @Operation(summary = "届けられなかった知らせの一覧")
  ResponseEntity<byte[]> dead(HttpServletRequest request) {
    AgencyId agency = ActingAgency.of(request);
    List<Dead> dead =
        deliveries.dead(agency, MOST).stream()
            .filter(delivery -> delivery.channel() == Delivery.Channel.WEBHOOK)
            .map(WebhookController::dead)
            .toList();
    return Answers.ok(Map.of("dead", dead));
  }

  private static Dead dead(Delivery delivery) {
    return new Dead(
        delivery.id(),
        delivery.attempts(),
        delivery.lastError().orElse(""),
        InboxView.of(delivery.item()));
  }

  @PostMapping("/{id}/resend")
  @Operation(summary = "もう一度届ける", description = "同じ webhook-id で届け直します。")
  ResponseEntity<byte[]> resend(HttpServletRequest request, @PathVariable long id) {
    AgencyId agency = ActingAgency.of(request);
    return deliveries.sendAgain(agency, id, tools.draft().now())
        ? Answers.json(202).body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        : Answers.notFound();
  }
}
