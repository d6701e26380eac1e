/** What a service publishes of its interface (OpenAPI), the same way everywhere. */
@NullMarked
package jp.tsunagu.runtime.description;

import org.jspecify.annotations.NullMarked;
