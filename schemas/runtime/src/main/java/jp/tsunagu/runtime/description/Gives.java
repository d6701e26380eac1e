package jp.tsunagu.runtime.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method answers where it does not refuse. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gives {

  /** Its type, or that of the items of a list; {@code byte[]} for a file. */
  Class<?> value();

  /** Under which name a page has its items; empty where the answer is no page. */
  String list() default "";

  /** In which forms it comes. */
  String[] as() default "application/json";

  /** As which kinds of file it comes on wish. */
  String[] files() default {};

  /** HTTP's number of it. */
  int status() default 200;

  /** What it is, in Japanese. */
  String description() default "答え";
}
