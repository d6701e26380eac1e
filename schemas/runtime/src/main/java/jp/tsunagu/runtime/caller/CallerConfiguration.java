package jp.tsunagu.runtime.caller;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemType;
import jp.tsunagu.runtime.problem.ProblemWriter;
import jp.tsunagu.runtime.stream.OpenStreams;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every service lets callers in the same way; it says which doors it has. */
@AutoConfiguration(
    before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConditionalOnWebApplication
@EnableConfigurationProperties(CallerSettings.class)
class CallerConfiguration {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  @ConditionalOnMissingBean
  Door.Doors doors() {
    return Door.Doors.of(Door.api());
  }

  @Bean
  DoorKeeper doorKeeper(Door.Doors doors) {
    return new DoorKeeper(doors);
  }

  @Bean
  Refusals refusals(Clock clock, ProblemWriter writer) {
    return new Refusals(new FailedAttempts(clock), writer);
  }

  @Bean
  AuthenticationManager tokens(
      CallerSettings settings,
      ObjectProvider<MoreCallers> more,
      ObjectProvider<PersonsLogin> login,
      Clock clock,
      MeterRegistry registry) {
    List<CallerSettings.Entry> entries =
        Stream.concat(
                settings.callers().stream(), more.stream().flatMap(each -> each.entries().stream()))
            .toList();
    return new ProviderManager(
        new TokenProvider(new Callers(entries, clock), login.getIfAvailable(), registry));
  }

  /** A request is timed once, as a whole: each filter by itself would cost more than it does. */
  @Bean
  SecurityObservationSettings filtersAreNotTimed() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  OpenStreams openStreams() {
    return new OpenStreams();
  }

  @Bean
  SecurityFilterChain gate(
      HttpSecurity http,
      DoorKeeper keeper,
      AuthenticationManager tokens,
      OpenStreams streams,
      Refusals refusals,
      ObjectProvider<PersonsLogin> login) {
    PersonsLogin persons = login.getIfAvailable();
    http.headers(CallerConfiguration::thisNameAlone)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .addFilterBefore(recognition(keeper, tokens, refusals), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new TokenStreams(tokens, streams), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(keeper))
        .exceptionHandling(
            it ->
                it.authenticationEntryPoint(
                        (request, response, _) ->
                            stranger(request, response, keeper, refusals, persons))
                    .accessDeniedHandler(
                        (_, response, denied) -> refusals.now(reason(denied).problem(), response)));
    if (persons == null) {
      systemsAlone(http);
    } else {
      persons.addTo(http, keeper);
    }
    return http.build();
  }

  /** A browser that came by HTTPS comes by nothing else; names below this one are others'. */
  private static void thisNameAlone(HeadersConfigurer<HttpSecurity> headers) {
    headers.httpStrictTransportSecurity(strict -> strict.includeSubDomains(false));
  }

  private static void systemsAlone(HttpSecurity http) {
    http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable);
  }

  private static void stranger(
      HttpServletRequest request,
      HttpServletResponse response,
      DoorKeeper keeper,
      Refusals refusals,
      @Nullable PersonsLogin login)
      throws IOException {
    if (login == null || !keeper.asksStrangers(request) || !login.begin(request, response)) {
      refusals.now(keeper.toStrangers(request).problem(), response);
    }
  }

  /** A token is looked at only where a door asks for it. */
  private static AuthenticationFilter recognition(
      DoorKeeper keeper, AuthenticationManager tokens, Refusals refusals) {
    AuthenticationFilter filter = new AuthenticationFilter(tokens, PresentedToken::of);
    filter.setRequestMatcher(keeper::isGuarded);
    filter.setSuccessHandler((_, _, _) -> {});
    filter.setFailureHandler(
        (request, response, failed) -> {
          if (failed instanceof InternalAuthenticationServiceException) {
            refusals.now(CommonProblem.LOGIN_AWAY.problem(), response);
          } else {
            refusals.slowed(keeper.toStrangers(request).problem(), request, response);
          }
        });
    return filter;
  }

  private static ProblemType reason(Exception denied) {
    return denied instanceof AuthorizationDeniedException refused
            && refused.getAuthorizationResult() instanceof DoorKeeper.Denied(ProblemType problem)
        ? problem
        : denied instanceof CsrfException ? CommonProblem.PAGE_TOO_OLD : CommonProblem.ONLY_READING;
  }

  @Bean
  WebMvcConfigurer currentCaller() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentCaller());
      }
    };
  }
}
