package dev.tributary.access;

import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Signs in those of the users file. Whoever is unknown or disabled waits as long as others and hears the same. */
final class PasswordSignIn {

    private PasswordSignIn() {}

    static DaoAuthenticationProvider with(Users users) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(name -> users.find(name)
                .map(Account::new)
                .orElseThrow(() -> new UsernameNotFoundException("nobody is called so")));
        provider.setPasswordEncoder(users.encoder());
        provider.setPreAuthenticationChecks(user -> {});
        provider.setPostAuthenticationChecks(user -> {
            if (!user.isEnabled()) {
                throw new DisabledException("disabled");
            }
        });
        return provider;
    }
}
