package jp.tsunagu.runtime.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.runtime.caller.DoorKeeper;
import jp.tsunagu.runtime.caller.PersonsLogin;
import jp.tsunagu.runtime.caller.PresentedToken;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import jp.tsunagu.runtime.site.SiteSettings;
import jp.tsunagu.runtime.stream.OpenStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.session.SessionInformationExpiredEvent;

/** The login of persons at the gate of a service. */
final class LoginGate implements PersonsLogin {

  private static final String TO_PROVIDER = "/oauth2/authorization/" + Provider.NAME;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final String WANTED = LoginGate.class.getName() + ".wanted";
  private static final int LONGEST_JWT = 8_192;

  /** So long it is still known of a session that it is over; what it may do ended before. */
  private static final Duration AFTERWARDS = Duration.ofMinutes(5);

  private final LoginSettings settings;
  private final Provider provider;
  private final SiteSettings site;
  private final SessionRegistry sessions;
  private final OidcSessionRegistry atProvider;
  private final Answers answers;
  private final OpenStreams streams;
  private final Clock clock;
  private final HttpSessionOAuth2AuthorizedClientRepository tokens =
      new HttpSessionOAuth2AuthorizedClientRepository();

  LoginGate(
      LoginSettings settings,
      Provider provider,
      SiteSettings site,
      SessionRegistry sessions,
      OidcSessionRegistry atProvider,
      Answers answers,
      OpenStreams streams,
      Clock clock) {
    this.settings = settings;
    this.provider = provider;
    this.site = site;
    this.sessions = sessions;
    this.atProvider = atProvider;
    this.answers = answers;
    this.streams = streams;
    this.clock = clock;
  }

  /** How something is told that no page of the service itself tells. */
  record Answers(ProblemWriter problems, LoginNotes notes) {}

  @Override
  public void addTo(HttpSecurity http, DoorKeeper keeper) {
    Logout logout = new Logout(settings, sessions, atProvider, answers.notes());
    http.sessionManagement(
            it ->
                it.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED)
                    .sessionConcurrency(
                        most ->
                            most.maximumSessions(settings.sessions())
                                .sessionRegistry(sessions)
                                .expiredSessionStrategy(this::expired)))
        .securityContext(it -> it.securityContextRepository(new PersonsSessions()))
        .csrf(
            it ->
                it.csrfTokenRepository(new PersonsCsrfTokens())
                    .requireCsrfProtectionMatcher(LoginGate::comesFromAPage))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(it -> it.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
        .logout(it -> it.addLogoutHandler(logout).deleteCookies().logoutSuccessHandler(logout))
        .addFilterBefore(new BackChannel(provider, logout), CsrfFilter.class)
        .addFilterBefore(
            new LoginPages(
                new Home(provider, site, answers.problems(), clock),
                this,
                answers.notes(),
                new SessionLeft(provider, sessions, clock)),
            LogoutFilter.class)
        .addFilterBefore(
            new SessionFilter(provider, keeper, answers.problems(), streams, sessions, clock),
            AnonymousAuthenticationFilter.class);
    oidc(http);
  }

  private void oidc(HttpSecurity http) {
    InMemoryClientRegistrationRepository registrations =
        new InMemoryClientRegistrationRepository(provider.registration());
    http.oauth2Login(
        it ->
            it.loginPage(TO_PROVIDER)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(tokens)
                .oidcSessionRegistry(atProvider)
                .tokenEndpoint(at -> at.accessTokenResponseClient(provider.codes()))
                .userInfoEndpoint(at -> at.oidcUserService(this::person))
                .successHandler(this::enter)
                .failureHandler((_, answer, failed) -> answer.sendRedirect(after(failed))));
  }

  private LoggedIn person(
      org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest request) {
    return provider
        .read(request.getIdToken())
        .map(identity -> new LoggedIn(identity, request.getIdToken()))
        .orElseThrow(() -> new OAuth2AuthenticationException("no_person"));
  }

  private static String after(Exception failed) {
    return failed instanceof OAuth2AuthenticationException refused
            && "invalid_token_response".equals(refused.getError().getErrorCode())
        ? LoginPages.AWAY
        : LoginPages.FAILED;
  }

  private static boolean isPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return HttpMethod.GET.matches(request.getMethod())
        && accepted != null
        && accepted.contains(MediaType.TEXT_HTML_VALUE)
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && request.getHeader("HX-Request") == null;
  }

  /** Whether a browser could have been made to send it by another site. */
  private static boolean comesFromAPage(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod())
        && PresentedToken.of(request) == null
        && SecurityContextHolder.getContext().getAuthentication()
            instanceof OAuth2AuthenticationToken;
  }

  @Override
  public boolean begin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isPage(request)) {
      return false;
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    String site = settings.site();
    boolean elsewhere = site != null && !host(URI.create(site)).equals(hostOf(request));
    if (elsewhere) {
      response.sendRedirect(site + wanted(request));
    } else {
      request.getSession().setAttribute(WANTED, wanted(request));
      response.sendRedirect(TO_PROVIDER);
    }
    return true;
  }

  private static String wanted(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static String host(URI site) {
    return site.getAuthority();
  }

  private static @Nullable String hostOf(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.HOST);
  }

  /** The session was ended elsewhere: the next page begins a new one. */
  private void expired(SessionInformationExpiredEvent event) throws IOException {
    if (isPage(event.getRequest())) {
      event.getResponse().sendRedirect(event.getRequest().getRequestURI());
    } else {
      answers.problems().write(CommonProblem.UNAUTHENTICATED.problem(), event.getResponse());
    }
  }

  @Override
  public Reading read(String token) {
    if (settings.audience() == null
        || token.length() > LONGEST_JWT
        || !JWT.matcher(token).matches()) {
      return new Reading.Unknown();
    }
    try {
      return provider
          .read(provider.token(token))
          .flatMap(Identity::asPresented)
          .orElseGet(Reading.Unknown::new);
    } catch (BadJwtException _) {
      return new Reading.Unknown();
    } catch (JwtException _) {
      return new Reading.Away();
    }
  }

  /** What begins with a login: limits, and what the provider is asked by while it lasts. */
  private void enter(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    OAuth2AuthorizedClient given =
        Objects.requireNonNull(
            tokens.<OAuth2AuthorizedClient>loadAuthorizedClient(Provider.NAME, who, request));
    tokens.removeAuthorizedClient(Provider.NAME, who, request, response);
    LoggedIn person = (LoggedIn) Objects.requireNonNull(who.getPrincipal());
    HttpSession session = request.getSession();
    session.setMaxInactiveInterval(Math.toIntExact(settings.idle().plus(AFTERWARDS).toSeconds()));
    Proof proof =
        new Proof(
            person.identity(),
            person.getIdToken().getTokenValue(),
            given.getAccessToken(),
            given.getRefreshToken(),
            clock.instant());
    new Standing(settings, proof).keepIn(session);
    Object wanted = session.getAttribute(WANTED);
    session.removeAttribute(WANTED);
    response.sendRedirect(wanted instanceof String page ? page : "/");
  }
}
