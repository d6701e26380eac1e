package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the key by which a repetition is known. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = Incoming.KEY,
    in = ParameterIn.HEADER,
    description = Incoming.SAME_KEY,
    required = true,
    schema = @Schema(type = "string"))
@interface NeedsKey {}
