package jp.tsunagu.runtime.site;

import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files that pages load: style sheets, the script, fonts. They come with the service. */
public final class SiteFiles implements WebMvcConfigurer {

  /** Their addresses, which are for everybody. */
  public static final String ADDRESSES = "/site/**";

  private static final String OWN = "classpath:/site/";
  private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

  /** Asked for again each time, and sent again only after an upgrade. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(ADDRESSES)
        .addResourceLocations(OWN, HTMX)
        .setCacheControl(CacheControl.noCache());
  }
}
