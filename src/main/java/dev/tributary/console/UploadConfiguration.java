package dev.tributary.console;

import dev.tributary.run.Home;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/** At one address a form may send a file; everywhere else a body stays as it came, for the inbox needs its bytes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class UploadConfiguration {

    /** In bytes; what is larger is no workbook of cases. */
    static final long LARGEST = 64L << 20;

    private static final long FORM = 64L << 10;

    @Bean
    ServletRegistrationBean<HttpServlet> uploads(DispatcherServlet pages, Home home) throws IOException {
        var uploads = new ServletRegistrationBean<HttpServlet>(new Passed(pages), WorkbookPage.PATH);
        uploads.setName("uploads");
        String folder = Files.createDirectories(ReviewFolder.of(home)).toString();
        uploads.setMultipartConfig(new MultipartConfigElement(folder, LARGEST, LARGEST + FORM, 0));
        return uploads;
    }

    /** A servlet can be registered once only. */
    private static final class Passed extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient DispatcherServlet pages;

        private Passed(DispatcherServlet pages) {
            this.pages = pages;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            pages.service(request, response);
        }
    }
}
