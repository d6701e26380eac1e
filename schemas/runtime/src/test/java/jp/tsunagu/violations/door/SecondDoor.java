package jp.tsunagu.violations.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets callers in by itself, has a filter and a page of problems of its own and refuses starts in
 * its way.
 */
final class SecondDoor implements ErrorController, Filter, FailureAnalyzer {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {}

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    return new FailureAnalysis(
        String.valueOf(SecurityContextHolder.getContext().getAuthentication()), "", failure);
  }
}
