package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.Webhook;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.inbox.AsideDesk;
import jp.tsunagu.connector.mailbox.Mailboxes;
import jp.tsunagu.connector.outbox.OutboxQueue;
import jp.tsunagu.connector.record.AgencyKeysView;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.record.Deliveries;
import jp.tsunagu.connector.record.Delivery;
import jp.tsunagu.connector.record.KnownKeys;
import jp.tsunagu.connector.takeout.Takeouts;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CallerSettings;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;
import jp.tsunagu.runtime.caller.MoreCallers;
import jp.tsunagu.runtime.caller.Scope;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * 接続: how the agency's systems and keys do, and what a person settles about them. For who leads the
 * agency and for the agency's own system; for everybody else the page does not exist. It shows no
 * secret: of a token its name, of a webhook the host, of a key the fingerprint.
 */
@Controller
class ConnectionPage {

  private static final String ADDRESS = Window.ROOT + "/connection";
  private static final int MOST = 50;

  private final Window window;
  private final HostedAgencies agencies;
  private final Parts parts;
  private final List<Entry> tokens;

  ConnectionPage(
      Window window,
      HostedAgencies agencies,
      Parts parts,
      CallerSettings settings,
      List<MoreCallers> more) {
    this.window = window;
    this.agencies = agencies;
    this.parts = parts;
    this.tokens =
        Stream.concat(
                settings.callers().stream(), more.stream().flatMap(each -> each.entries().stream()))
            .toList();
  }

  /** What is looked at. */
  @Component
  record Parts(
      KnownKeys keys,
      Alarms alarms,
      AsideDesk aside,
      Deliveries deliveries,
      OutboxQueue outbox,
      Mailboxes mailboxes,
      Databases databases,
      Takeouts takeouts) {}

  /**
   * A token of the agency's systems; its value stands nowhere.
   *
   * @param expires last day; null where it does not end
   */
  record Token(String name, boolean isReadOnly, @Nullable LocalDate expires, boolean isOver) {}

  /** A delivery that failed for good. */
  record Dead(long id, String channel, String number, String why, int attempts) {}

  /** The keys of an agency, and what is to be compared by telephone. */
  record Keys(
      AgencyId id, String name, String signing, String sealing, List<AgencyKeysView.Key> doubtful) {

    /** Keeps an unmodifiable copy. */
    Keys {
      doubtful = List.copyOf(doubtful);
    }
  }

  /** Whether this page is for her. */
  static boolean isFor(Caller caller) {
    return switch (caller) {
      case Caller.AgencyStaff staff -> staff.leads();
      case Caller.AgencySystem _ -> true;
      case Caller.Desk _,
          Caller.Supervisor _,
          Caller.ProtectionOfficer _,
          Caller.MeetingSecretary _,
          Caller.Administrator _,
          Caller.Peer _ ->
          false;
    };
  }

  @GetMapping(ADDRESS)
  Object show(Caller caller, Model model) {
    return isFor(caller) ? page(Window.agency(caller), "", model) : Window.missing();
  }

  @PostMapping(ADDRESS + "/alarms/{id}/acknowledge")
  Object acknowledge(Caller caller, @PathVariable long id) {
    return isFor(caller) && parts.alarms().acknowledge(Window.agency(caller), id)
        ? back(caller)
        : Window.missing();
  }

  @PostMapping(ADDRESS + "/deliveries/{id}/resend")
  Object resend(Caller caller, @PathVariable long id) {
    return isFor(caller) && parts.deliveries().sendAgain(Window.agency(caller), id, window.now())
        ? back(caller)
        : Window.missing();
  }

  @PostMapping(ADDRESS + "/aside/{partition}/{offset}/try-again")
  Object tryAgain(Caller caller, @PathVariable int partition, @PathVariable long offset) {
    return isFor(caller) && parts.aside().tryAgain(Window.agency(caller), partition, offset)
        ? back(caller)
        : Window.missing();
  }

  @PostMapping(ADDRESS + "/aside/{partition}/{offset}/pass")
  Object pass(
      Caller caller,
      @PathVariable int partition,
      @PathVariable long offset,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!isFor(caller)) {
      return Window.missing();
    }
    AgencyId agency = Window.agency(caller);
    Optional<PassReason> reason =
        Codes.read(PassReason.class, PagePost.of(request, response).one("reason"));
    if (reason.isEmpty()) {
      return refused(response, agency, "先へ進む理由を選んでください。何も変わっていません。", model);
    }
    return parts.aside().pass(agency, partition, offset, reason.get())
        ? back(caller)
        : Window.missing();
  }

  /** Somebody compared the fingerprint by telephone and typed what she heard. */
  @PostMapping(ADDRESS + "/keys/{other}/confirm")
  Object confirm(
      Caller caller,
      @PathVariable String other,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!isFor(caller) || !AgencyId.isValid(other)) {
      return Window.missing();
    }
    AgencyId agency = Window.agency(caller);
    Optional<Fingerprint> typed =
        Fingerprint.read(PagePost.of(request, response).one("fingerprint"));
    if (typed.isEmpty()) {
      return refused(response, agency, "指紋は16進数64桁です。何も変わっていません。", model);
    }
    return switch (parts.keys().confirm(agency, new AgencyId(other), typed.get())) {
      case CONFIRMED -> back(caller);
      case UNKNOWN ->
          refused(response, agency, "その機関が発表した署名鍵に、その指紋のものはありません。読み合わせ直してください。何も変わっていません。", model);
      case REPLACED -> refused(response, agency, "その署名鍵は新しい鍵に代わっています。今の指紋を相手に尋ねてください。", model);
    };
  }

  private String refused(HttpServletResponse response, AgencyId agency, String wrong, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(agency, wrong, model);
  }

  /** A person tries whether mail arrives; the mailbox is hers to look into. */
  @PostMapping(ADDRESS + "/test-mail")
  Object testMail(Caller caller) {
    return caller instanceof Caller.AgencyStaff staff
            && staff.leads()
            && parts.mailboxes().tryTheWay(staff.agency())
        ? back(caller)
        : Window.missing();
  }

  private static String back(Caller caller) {
    return "redirect:/agencies/" + Window.agency(caller) + "/window/connection";
  }

  private String page(AgencyId agency, String wrong, Model model) {
    HostedAgency hosted = agencies.find(agency).orElseThrow();
    Webhook webhook = hosted.webhook();
    model.addAttribute("agency", agency.value());
    model.addAttribute("wrong", wrong);
    model.addAttribute("webhook", webhook == null ? null : host(webhook.url()));
    model.addAttribute("folder", hosted.folder());
    model.addAttribute("mail", parts.mailboxes().of(agency).orElse(null));
    model.addAttribute("tokens", tokens.stream().flatMap(entry -> token(agency, entry)).toList());
    model.addAttribute("keys", parts.keys().all(agency).stream().map(this::keys).toList());
    model.addAttribute("alarms", parts.alarms().open(agency));
    model.addAttribute("aside", parts.aside().open(agency));
    model.addAttribute("reasons", Codes.choices(PassReason.class));
    model.addAttribute("cases", window.tools().records().countCases(agency));
    model.addAttribute("takeout", parts.takeouts().latest(agency).orElse(null));
    model.addAttribute("held", parts.outbox().held(parts.databases().of(agency)));
    model.addAttribute(
        "dead",
        Stream.of(Delivery.Channel.values())
            .flatMap(channel -> parts.deliveries().dead(agency, channel, null, MOST).stream())
            .map(ConnectionPage::dead)
            .toList());
    return "window/connection";
  }

  /** What stands behind the host may be a secret. */
  private static String host(URI url) {
    return url.getScheme() + "://" + url.getHost();
  }

  private Stream<Token> token(AgencyId agency, Entry entry) {
    if (!agency.value().equals(entry.agency())) {
      return Stream.empty();
    }
    return Stream.of(
        new Token(
            Objects.requireNonNullElse(entry.name(), "名前なし"),
            entry.scope() == Scope.READ,
            entry.lastDay().orElse(null),
            entry.isOver(window.now())));
  }

  private static Dead dead(Delivery delivery) {
    return new Dead(
        delivery.id(),
        delivery.channel().label(),
        Window.called(delivery.item().caseNumber().orElse(null)),
        delivery.lastError().orElse(""),
        delivery.attempts());
  }

  private Keys keys(AgencyKeysView view) {
    return new Keys(
        view.agencyId(),
        window.nameOf(view.agencyId()),
        Objects.requireNonNullElse(view.signingFingerprint(), ""),
        Objects.requireNonNullElse(view.sealingFingerprint(), ""),
        view.announced().stream().filter(key -> key.standing().isDoubtful()).toList());
  }
}
