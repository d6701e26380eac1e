package jp.tsunagu.runtime.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses bodies that are larger than a service takes: by their announced length once the caller
 * was let in, and while they are read where no length is announced or it is not true. Never holds
 * more of a body than was asked for.
 */
final class BodyLimit extends OncePerRequestFilter implements HandlerInterceptor {

  private final EdgeSettings settings;
  private final @Nullable Uploads uploads;
  private final ProblemWriter writer;

  BodyLimit(EdgeSettings settings, @Nullable Uploads uploads, ProblemWriter writer) {
    this.settings = settings;
    this.uploads = uploads;
    this.writer = writer;
  }

  private long largest(HttpServletRequest request) {
    Uploads taken = uploads;
    String type = request.getContentType();
    return taken != null
            && type != null
            && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        ? taken.largestBody().toBytes()
        : settings.largestBody().toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(new Bounded(request, largest(request)), response);
    } catch (BodyTooLargeException outsideOfMethods) {
      writer.write(problem(), response);
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getContentLengthLong() > largest(request)) {
      throw new BodyTooLargeException();
    }
    return true;
  }

  Problem problem() {
    return CommonProblem.TOO_LARGE.saying(
        "本文は" + settings.largestBodyInWords() + "までです。何も登録されていません。");
  }

  private static final class Bounded extends HttpServletRequestWrapper {

    private final long most;
    private @Nullable ServletInputStream body;
    private @Nullable BufferedReader text;

    Bounded(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      ServletInputStream known = body;
      if (known == null) {
        known = new BoundedBody(super.getInputStream(), most);
        body = known;
      }
      return known;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      BufferedReader known = text;
      if (known == null) {
        String named = getCharacterEncoding();
        Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        known = new BufferedReader(new InputStreamReader(getInputStream(), charset));
        text = known;
      }
      return known;
    }
  }
}
