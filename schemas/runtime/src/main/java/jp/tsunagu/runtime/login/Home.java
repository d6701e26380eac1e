package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import jp.tsunagu.runtime.site.SiteSettings;
import org.jspecify.annotations.Nullable;

/** The address without a path: leads everybody to where her work begins, at whatever service. */
final class Home {

  private final Provider provider;
  private final SiteSettings site;
  private final ProblemWriter writer;
  private final Clock clock;

  Home(Provider provider, SiteSettings site, ProblemWriter writer, Clock clock) {
    this.provider = provider;
    this.site = site;
    this.writer = writer;
    this.clock = clock;
  }

  /** Leads on; tells whether there is somebody to lead. */
  boolean open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Standing> standing =
        Optional.ofNullable(request.getSession(false)).flatMap(Standing::of);
    if (standing.isEmpty()
        || !(standing.get().check(provider, clock.instant())
            instanceof Standing.Verdict.Good(Identity identity))) {
      return false;
    }
    Optional<Caller> capacity = identity.capacities().stream().findFirst();
    if (capacity.isEmpty()) {
      writer.write(CommonProblem.NOT_FOUND.problem(), response);
    } else {
      response.sendRedirect(
          Objects.requireNonNullElse(startOf(capacity.get()), LoginPages.NO_PAGES));
    }
    return true;
  }

  private @Nullable String startOf(Caller caller) {
    return switch (caller) {
      case Caller.OfAgency own -> at(site.window(), "/agencies/" + own.agency() + "/");
      case Caller.Desk _ -> at(site.desk(), "/desk/");
      case Caller.Supervisor _ -> at(site.figures(), "/figures/");
      case Caller.MeetingSecretary _ -> at(site.meetings(), "/meetings/");
      case Caller.Administrator _ -> at(site.desk(), "/desk/operation");
      case Caller.ProtectionOfficer _ -> at(site.desk(), "/desk/protected/");
      case Caller.Peer _ -> null;
    };
  }

  private static @Nullable String at(@Nullable String address, String path) {
    return address == null || address.isBlank() ? null : address.replaceAll("/$", "") + path;
  }
}
