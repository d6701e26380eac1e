/** The login of a run on one machine: a provider of its own with the people of the city. */
@NullMarked
package jp.tsunagu.compose.login;

import org.jspecify.annotations.NullMarked;
