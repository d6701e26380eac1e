/** How persons log in, the same at every service: one login of a provider for all of them. */
@NullMarked
package jp.tsunagu.runtime.login;

import org.jspecify.annotations.NullMarked;
