package jp.tsunagu.compose.login;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.runtime.caller.PersonRole;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The accounts in a browser, for whoever may change some. A password is on the page that answers,
 * once; for everybody else none of these pages exists.
 */
@Controller
final class AccountPages {
  private static final String LIST = "/accounts";
  private static final String ONE = "/accounts/{id}";

  private final Accounts accounts;
  private final AccountAdministration administration;

  AccountPages(Accounts accounts, AccountAdministration administration) {
    this.accounts = accounts;
    this.administration = administration;
  }

  /** An account as the list shows it. */
  record Row(
      String id,
      String login,
      String name,
      String agency,
      String roles,
      boolean oneTime,
      boolean withdrawn) {
    private static Row of(Account account) {
      var roles =
          account.roles().stream()
              .flatMap(word -> PersonRole.of(word).stream())
              .map(PersonRole::label)
              .toList();
      return new Row(
          account.id(),
          account.login(),
          account.name(),
          String.valueOf(account.agency() == null ? "" : account.agency()),
          String.join("、", roles),
          account.oneTime(),
          account.withdrawn());
    }
  }

  /** A role that can be chosen. */
  record Choice(String word, String label, boolean chosen) {}

  @GetMapping(LIST)
  String list(Authentication who, Model page) {
    return list(entered(who), page);
  }

  private String list(Account who, Model page) {
    page.addAttribute("rows", administration.seenBy(who).stream().map(Row::of).toList());
    accounts.fault().ifPresent(why -> page.addAttribute("fault", why));
    form(who, page, List.of(), "");
    return "login/accounts";
  }

  private void form(Account who, Model page, List<String> roles, String agency) {
    page.addAttribute("agencies", administration.agenciesOf(who));
    page.addAttribute("chosenAgency", agency);
    page.addAttribute(
        "roles",
        Stream.of(PersonRole.values())
            .filter(administration.rolesOf(who)::contains)
            .map(role -> new Choice(role.word(), role.label(), roles.contains(role.word())))
            .toList());
  }

  @PostMapping(LIST)
  String add(
      Authentication who,
      Model page,
      @RequestParam String login,
      @RequestParam String name,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") List<String> roles) {
    var by = entered(who);
    var wish =
        new AccountAdministration.Wish(login, name, agency, AccountAdministration.roles(roles));
    var outcome = administration.add(by, wish);
    if (outcome instanceof AccountAdministration.Outcome.Refused(String why)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      list(by, page);
      form(by, page, roles, agency);
      page.addAttribute("wrong", why);
      page.addAttribute("typedLogin", login);
      page.addAttribute("typedName", name);
      return "login/accounts";
    }
    return told(outcome, by, page);
  }

  @GetMapping(ONE)
  String one(Authentication who, Model page, @PathVariable String id) {
    var by = entered(who);
    return one(by, page, administration.one(by, id).orElseThrow(AccountPages::nothing));
  }

  private String one(Account who, Model page, Account account) {
    page.addAttribute("row", Row.of(account));
    page.addAttribute("own", who.id().equals(account.id()));
    form(who, page, account.roles(), account.agency() == null ? "" : account.agency());
    return "login/account";
  }

  @PostMapping(ONE)
  String change(
      Authentication who,
      Model page,
      @PathVariable String id,
      @RequestParam String name,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") List<String> roles) {
    var by = entered(who);
    var wish = new AccountAdministration.Wish("", name, agency, AccountAdministration.roles(roles));
    return told(administration.change(by, id, wish), by, page, response, id);
  }

  @PostMapping(ONE + "/password")
  String newPassword(
      Authentication who, Model page, HttpServletResponse response, @PathVariable String id) {
    var by = entered(who);
    return told(administration.newPassword(by, id), by, page, response, id);
  }

  @PostMapping(ONE + "/withdraw")
  String withdraw(
      Authentication who, Model page, HttpServletResponse response, @PathVariable String id) {
    var by = entered(who);
    return told(administration.withdraw(by, id), by, page, response, id);
  }

  private String told(
      AccountAdministration.Outcome outcome,
      Account by,
      Model page,
      HttpServletResponse response,
      String id) {
    if (outcome instanceof AccountAdministration.Outcome.Refused(String why)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      page.addAttribute("wrong", why);
      return one(by, page, administration.one(by, id).orElseThrow(AccountPages::nothing));
    }
    return told(outcome, by, page);
  }

  private String told(AccountAdministration.Outcome outcome, Account by, Model page) {
    return switch (outcome) {
      case AccountAdministration.Outcome.Done(Account account, var password) -> {
        page.addAttribute("done", true);
        password.ifPresent(it -> page.addAttribute("password", it));
        yield one(by, page, account);
      }
      case AccountAdministration.Outcome.Refused _, AccountAdministration.Outcome.Unknown _ ->
          throw nothing();
    };
  }

  private Account entered(Authentication who) {
    return accounts
        .byId(who.getName())
        .filter(AccountAdministration::mayAdminister)
        .orElseThrow(AccountPages::nothing);
  }

  private static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
