package dev.tributary.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people come in. */
@Controller
@ConditionalOnWebApplication
class FrontDoor {

    @GetMapping("/login")
    String login(@RequestParam(name = "out", required = false) @Nullable String out, Model model) {
        model.addAttribute("out", out != null);
        return "login";
    }

    @GetMapping("/")
    String first() {
        return "redirect:/" + Visible.sections().get(0);
    }
}
